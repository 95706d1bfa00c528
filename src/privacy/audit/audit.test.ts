import { describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { newId } from '../../platform/database/id.ts'
import { openPool } from '../../platform/database/pool.ts'
import type { AuditEntry } from './entry.ts'
import { verifyChain } from './verify.ts'

const entry = (operation: string): AuditEntry => ({
  id: newId(),
  at: new Date(),
  actor_kind: 'staff',
  actor_id: newId(),
  account_id: newId(),
  purpose: 'support',
  operation,
  via: 'page',
  outcome: 'done',
  subjects: [newId(), newId()],
})

async function deskWith(count: number): Promise<TestDesk> {
  const desk = await testDesk({ operations: [] })
  await Promise.all(Array.from({ length: count }, (_, n) => desk.audit.append(entry(`op.${n}`), false)))
  return desk
}

async function verify(desk: TestDesk) {
  const pool = openPool(desk.database.urlOf('zavor_security'), { max: 1 })
  try {
    return await verifyChain(pool)
  } finally {
    await pool.end()
  }
}

describe('the chain of the access log', () => {
  it('holds for entries written at the same time by two processes', async () => {
    const desk = await deskWith(200)
    const other = openPool(desk.database.urlOf('zavor_security'), { max: 2 })
    const { makeAuditWriter } = await import('./group-commit.ts')
    const second = makeAuditWriter(other)
    await Promise.all(
      Array.from({ length: 400 }, (_, n) => (n % 2 ? desk.audit : second).append(entry(`more.${n}`), false)),
    )
    await second.close()
    await other.end()
    expect(await verify(desk)).toEqual({ entries: 600, whole: true, fault: null })
  })

  it.each([
    [
      'a changed entry',
      "update base.audit_entry set operation = 'other' where seq = 7",
      /entry 7 .* was changed or moved/,
    ],
    ['a changed subject', 'update base.audit_entry set subjects = array[subjects[1]] where seq = 7', /entry 7/],
    ['a removed entry', 'delete from base.audit_entry where seq = 7', /entry 7 is missing/],
    ['a removed last entry', 'delete from base.audit_entry where seq = 20', /entry 20 is missing/],
    [
      'two entries in each other’s place',
      'update base.audit_entry e set seq = -o.seq from base.audit_entry o where e.seq in (7, 8) and o.seq = 15 - e.seq; update base.audit_entry set seq = -seq where seq < 0',
      /entry 7 .* was changed or moved/,
    ],
    [
      'a cut head',
      'update base.audit_head set seq = 19; delete from base.audit_entry where seq = 20',
      /head of the chain/,
    ],
  ])('names %s', async (_words, tampering, fault) => {
    const desk = await deskWith(20)
    expect((await verify(desk)).whole).toBe(true)
    await desk.owner.query(tampering)
    const report = await verify(desk)
    expect(report.whole).toBe(false)
    expect(report.fault).toMatch(fault)
  })

  it('takes up what a killed process left in the inbox, once', async () => {
    const desk = await deskWith(3)
    const left = entry('left.behind')
    await desk.owner.query(
      `insert into base.audit_inbox select * from jsonb_populate_record(null::base.audit_inbox, $1)`,
      [JSON.stringify({ ...left, at: new Date(Date.now() - 60_000) })],
    )
    await Promise.all([desk.audit.sweep(10), desk.audit.sweep(10)])
    expect(await desk.audit.sweep(10)).toBe(0)
    expect(await verify(desk)).toEqual({ entries: 4, whole: true, fault: null })
  })

  it('does not acknowledge what could not be written', async () => {
    const desk = await deskWith(1)
    await desk.owner.query('alter table base.audit_entry add constraint never check (operation <> $$no$$)')
    await expect(desk.audit.append(entry('no'), false)).rejects.toThrow(/never/)
    await desk.audit.append(entry('yes'), false)
    expect((await verify(desk)).whole).toBe(true)
  })
})

describe('the end of the oldest entries', () => {
  /** Two entries of long ago, two of now, as time would have laid them down. */
  async function aged(desk: TestDesk, years: number): Promise<void> {
    await desk.owner.query(
      `select base.make_audit_parts(now() - make_interval(years => $1), now() - make_interval(years => $1))`,
      [years],
    )
    await desk.owner.query(
      `update base.audit_entry set chained_at = chained_at - make_interval(years => $1) where seq <= 2`,
      [years],
    )
  }
  const parts = async (desk: TestDesk) =>
    (
      await desk.owner.query<{ name: string }>(
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'base.audit_entry'::regclass order by 1`,
      )
    ).rows.map(({ name }) => name)

  it('is a dropped part; the chain goes on from its last entry, and two runs at once drop it once', async () => {
    const desk = await deskWith(4)
    const before = await parts(desk)
    await aged(desk, 4)
    expect(await parts(desk)).toHaveLength(before.length + 1)
    const rights = openPool(desk.database.urlOf('zavor_rights'), { max: 2 })
    const drop = () => rights.query<{ gone: string }>(`select base.end_parts('audit_entry') as gone`)
    const both = await Promise.all([drop(), drop()])
    await rights.end()
    expect(both.map(({ rows }) => Number(rows[0]?.gone)).sort()).toEqual([0, 2])
    expect(await parts(desk)).toEqual(before)
    await desk.audit.append(entry('after'), false)
    expect(await verify(desk)).toEqual({ entries: 3, whole: true, fault: null })
  })

  it('waits for its period, and while a claim holds anything', async () => {
    const desk = await deskWith(4)
    await aged(desk, 2)
    const drop = async () => (await desk.owner.query(`select base.end_parts('audit_entry') as gone`)).rows[0].gone
    expect(await drop()).toBe('0')
    const long = await deskWith(4)
    await aged(long, 4)
    const { accountId } = await givenMember(long)
    const { staffId } = await givenStaff(long)
    await long.owner.query(
      `insert into base.legal_hold (account_id, id, reason, set_by) values ($1, $2, 'Cererea 1/2026', $3)`,
      [accountId, newId(), staffId],
    )
    expect((await long.owner.query(`select base.end_parts('audit_entry') as gone`)).rows[0].gone).toBe('0')
  })

  it('is told from a part that somebody dropped by hand', async () => {
    const desk = await deskWith(4)
    await aged(desk, 2)
    await desk.owner.query(`select base.drop_audit_parts(now() - interval '1 year')`)
    expect((await verify(desk)).fault).toMatch(/dropped before their period/)
    const other = await deskWith(4)
    await aged(other, 4)
    const [oldest] = await parts(other)
    await other.owner.query(`drop table ${oldest}`)
    expect((await verify(other)).fault).toMatch(/entry 1 is missing/)
  })

  it('loses no entry for which no part was made', async () => {
    const desk = await deskWith(2)
    const [newest] = (await parts(desk)).filter((name) => /\d$/.test(name))
    await desk.owner.query(
      `alter table base.audit_entry detach partition ${newest}; insert into base.audit_entry select * from ${newest}; drop table ${newest}`,
    )
    await desk.audit.append(entry('into the rest'), false)
    expect((await desk.owner.query('select count(*)::int as n from zavor_parts.audit_entry_rest')).rows[0].n).toBe(3)
    await desk.owner.query('select base.make_parts()')
    expect((await desk.owner.query('select count(*)::int as n from zavor_parts.audit_entry_rest')).rows[0].n).toBe(0)
    expect(await verify(desk)).toEqual({ entries: 3, whole: true, fault: null })
  })
})
