import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { cloneDatabase, type TestDatabase } from '../../../test/support/postgres.ts'
import { maps } from '../../app/maps.ts'
import { openPool } from '../../platform/database/pool.ts'
import { dataMap, key, text } from '../map/columns.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { applyPolicy, checkPolicy, diffPolicy, PolicyMismatch } from './apply.ts'
import { roleOf } from './wanted.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.drop())

const compile = (input = { policy, maps }) => applyPolicy(database.owner, input, database.passwordOf)

/** What PostgreSQL answers to one statement of a purpose's role. */
async function forced(purpose: string, statement: string): Promise<string> {
  const pool = openPool(database.urlOf(roleOf(purpose)), { max: 1 })
  try {
    await pool.query(statement)
    return 'allowed'
  } catch (error) {
    return (error as Error).message
  } finally {
    await pool.end()
  }
}

describe('the compiler', () => {
  it('changes nothing the second time', async () => {
    await compile()
    expect(await compile()).toEqual([])
    expect(await diffPolicy(database.owner, { policy, maps })).toEqual([])
  })

  it('mends what somebody changed by hand, and says what', async () => {
    await database.owner.query('grant select on base.person to zavor_visits')
    await database.owner.query('create or replace view support.audit_leak as select * from base.audit_entry')
    await database.owner.query('alter table base.person disable trigger mark_person')
    const difference = await diffPolicy(database.owner, { policy, maps })
    expect(difference).toContain('- zavor_visits: SELECT on "base"."person"')
    expect(difference).toContain('- view support.audit_leak')
    expect(difference).toContain('~ trigger mark_person on base.person')
    expect(await compile()).toEqual(difference)
    await database.owner.query('alter table base.person enable trigger mark_person')
    await compile()
    expect(await diffPolicy(database.owner, { policy, maps })).toEqual([])
  })

  it('names a column that no map declares, one that is not there, and one for a purpose that the policy does not have', async () => {
    await database.owner.query('alter table base.person add column shoe_size integer')
    const ghost = dataMap(
      'ghost',
      {
        label: { ro: 'x', en: 'x' },
        about: null,
        capacity: 'controller',
        retention: 'account',
        clock: 'erasure',
        uses: { self: 'read' },
        end: 'delete',
      },
      { id: key(), word: text() },
    )
    const { visits: _visits, ...purposes } = policy.purposes
    const findings = await checkPolicy(database.owner, { policy: { ...policy, purposes }, maps: [...maps, ghost] })
    expect(findings).toContain('person.shoe_size: in the database, but no data map declares it')
    expect(findings).toContain('ghost: declared, but there is no such table')
    expect(findings.some((finding) => finding.includes('used by purpose visits, which the policy does not have'))).toBe(
      true,
    )
    await expect(compile()).rejects.toThrow(PolicyMismatch)
    await expect(compile()).rejects.toThrow(/person\.shoe_size/)
    await database.owner.query('alter table base.person drop column shoe_size')
    expect(await checkPolicy(database.owner, { policy, maps })).toEqual([])
  })

  it('refuses a table outside the schema base', async () => {
    await database.owner.query('create table public.aside (id integer)')
    expect(await checkPolicy(database.owner, { policy, maps })).toContain(
      'public.aside: a table outside the schema base',
    )
    await database.owner.query('drop table public.aside')
  })
})

describe('PostgreSQL refuses', () => {
  it.each([
    ['visits', 'select email from base.person'],
    ['visits', 'select * from support.person'],
    ['support', 'select name from base.person'],
    ['support', 'select email from self.person'],
    ['support', 'set role zavor_self'],
    ['self', 'select secret from zavor.pseudonym_key'],
    ['support', 'select base.apply_marker(null, null, 0)'],
    ['support', "select base.audit_append('{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '', '{}')"],
    ['support', 'update base.audit_entry set operation = null'],
    ['security', 'delete from base.audit_entry'],
    ['security', 'update base.audit_head set seq = 0'],
    ['support', 'create table base.mine (id integer)'],
    ['support', 'select payload from graphile_worker._private_jobs'],
  ])('%s: %s', async (purpose, statement) => {
    expect(await forced(purpose, statement)).toMatch(/permission denied|does not exist/)
  })

  it('every purpose every personal column of every base table', async () => {
    for (const purpose of Object.keys(policy.purposes)) {
      const { rows } = await database.owner.query<{ open: string }>(
        `select table_name || '.' || column_name as open from information_schema.columns c
         where table_schema = 'base' and has_column_privilege($1, format('base.%I', table_name), column_name, 'SELECT')`,
        [roleOf(purpose)],
      )
      const open = new Set(rows.map((row) => row.open))
      expect([...open].filter((name) => isPersonal(name))).toEqual([])
      expect(open.has('person.marker')).toBe(false)
    }
  })

  it('anybody without a password', async () => {
    const url = new URL(database.urlOf('zavor_support').replace(/^postgres(ql)?:/, 'http:'))
    url.password = 'guess'
    const pool = openPool(url.href.replace(/^http:/, 'postgresql:'), { max: 1 })
    await expect(pool.query('select 1')).rejects.toThrow(/password authentication failed/)
    await pool.end()
  })
})

function isPersonal(name: string): boolean {
  const [table = '', column = ''] = name.split('.')
  const map: AnyDataMap | undefined = maps.find((candidate) => candidate.table === table)
  return map?.columns[column]?.options.category !== undefined
}
