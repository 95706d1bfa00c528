import { describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
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
