import fc from 'fast-check'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { cloneDatabase, type TestDatabase } from '../../../test/support/postgres.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { ownerPool } from '../../platform/database/owner-pool.ts'
import { allows, limitsNow } from './limits-now.ts'
import { markerFaults } from './marker-faults.ts'
import { type Limit, setLimit } from './set-limit.ts'

const purposes = Object.keys(policy.purposes) as PurposeName[]
const bySystem = { kind: 'system', job: 'test' } as const
let database: TestDatabase
let rights: pg.Pool
let db: Kysely<unknown>

beforeAll(async () => {
  database = await cloneDatabase()
  rights = ownerPool(database.urlOf('zavor_rights'))
  db = new Kysely({ dialect: new PostgresDialect({ pool: rights }) })
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

async function givenPerson() {
  const accountId = newId()
  const personId = newId()
  await database.owner.query(
    `insert into base.account (id, kind, name, language) values ($1, 'client', 'Firma', 'ro')`,
    [accountId],
  )
  await database.owner.query(`insert into base.person (account_id, id, name, language) values ($1, $2, 'Ana', 'ro')`, [
    accountId,
    personId,
  ])
  return { accountId, personId }
}

const addRow = (person: { accountId: string; personId: string }) =>
  database.owner.query(
    `insert into base.terms_acceptance (account_id, id, person_id, version, language) values ($1, $2, $3, '1', 'ro')`,
    [person.accountId, newId(), person.personId],
  )

const limit = (person: { accountId: string; personId: string }, change: Limit) =>
  db.transaction().execute((trx) => setLimit(trx, person, change, bySystem))

/** Which purposes see the person, told from the whole history by rules written apart from the SQL. */
function oracle(history: readonly Limit[]): Set<PurposeName> {
  const objected = new Set<string>()
  const consented = new Set<string>()
  let restricted = false
  for (const entry of history) {
    const purpose = 'purpose' in entry ? entry.purpose : undefined
    if (entry.kind === 'restricted') restricted = true
    else if (entry.kind === 'lifted' && purpose === undefined) restricted = false
    else if (entry.kind === 'lifted') objected.delete(purpose as string)
    else if (entry.kind === 'objected') objected.add(purpose as string)
    else if (entry.kind === 'consent_given') {
      objected.delete(purpose as string)
      consented.add(purpose as string)
    } else consented.delete(purpose as string)
  }
  return new Set(
    purposes.filter((name) => {
      const rule = policy.purposes[name]
      const open = rule.basis.kind !== 'consent' || consented.has(name)
      return open && !objected.has(name) && !(restricted && rule.restriction === 'stops')
    }),
  )
}

/** The same from the ledger's rows, as the pages read it. */
function derived(history: readonly Limit[]): Set<PurposeName> {
  const at = new Date()
  const now = limitsNow(history.map((entry) => ({ kind: entry.kind, at, purpose: purposeIn(entry) })))
  return new Set(
    purposes.filter((name) => {
      const rule = policy.purposes[name]
      return allows(now, name, rule.basis.kind === 'consent') && !(now.restricted && rule.restriction === 'stops')
    }),
  )
}

const purposeIn = (entry: Limit) => ('purpose' in entry ? (entry.purpose ?? null) : null)

const purposeOf = fc.constantFrom(...purposes)
const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.constant<Limit>({ kind: 'restricted' }),
  fc.constant<Limit>({ kind: 'lifted' }),
  purposeOf.map((purpose): Limit => ({ kind: 'lifted', purpose })),
  fc.record({ kind: fc.constantFrom('objected', 'consent_given', 'consent_missing'), purpose: purposeOf }),
)

async function seenBy(accountId: string): Promise<Set<PurposeName>> {
  const { rows } = await database.owner.query<{ marker: number }>(
    'select distinct marker from base.person where account_id = $1',
    [accountId],
  )
  const marker = rows[0]?.marker ?? -1
  return new Set(purposes.filter((name) => (marker & (2 ** policy.purposes[name].bit)) === 0))
}

describe('limits', () => {
  it('gives every purpose the view that the history gives, rows inserted before, between and at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLimit, { maxLength: 12 }), async (history) => {
        const person = await givenPerson()
        await addRow(person)
        for (const change of history) await Promise.all([limit(person, change), addRow(person)])
        expect(await seenBy(person.accountId)).toEqual(oracle(history))
        expect(derived(history)).toEqual(oracle(history))
        expect(await markerFaults(database.owner, maps)).toEqual([])
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('keeps the order when many limits of one person are set at once', async () => {
    const person = await givenPerson()
    const changes = purposes.flatMap((purpose): Limit[] => [
      { kind: 'objected', purpose },
      { kind: 'consent_given', purpose },
    ])
    await Promise.all(changes.map((change, at) => (at % 3 === 0 ? addRow(person) : limit(person, change))))
    expect(await markerFaults(database.owner, maps)).toEqual([])
  })

  it('shows a limited person to the purposes that remain, and to no other', async () => {
    const person = await givenPerson()
    await limit(person, { kind: 'restricted' })
    const seen = async (purpose: string) => {
      const pool = ownerPool(database.urlOf(`zavor_${purpose}`), 1)
      const { rowCount } = await pool.query('select id from person where account_id = $1', [person.accountId])
      await pool.end()
      return rowCount
    }
    expect(await seen('support')).toBe(0)
    expect(await seen('self')).toBe(1)
    expect(await seen('billing')).toBe(1)
  })

  it('finds a marker that somebody changed past the ledger', async () => {
    const person = await givenPerson()
    await addRow(person)
    await database.owner.query('update base.terms_acceptance set marker = 2 where account_id = $1', [person.accountId])
    expect(await markerFaults(database.owner, maps)).toMatchObject([
      { table: 'terms_acceptance', personId: person.personId, rows: 1, marker: 2 },
    ])
    await database.owner.query('delete from base.terms_acceptance where account_id = $1', [person.accountId])
  })

  it('moves a row with the person that it is about', async () => {
    const person = await givenPerson()
    await limit(person, { kind: 'objected', purpose: 'improvement' })
    await addRow(person)
    const other = newId()
    await database.owner.query(
      `insert into base.person (account_id, id, name, language) values ($1, $2, 'Dan', 'ro')`,
      [person.accountId, other],
    )
    await database.owner.query('update base.terms_acceptance set person_id = $2 where account_id = $1', [
      person.accountId,
      other,
    ])
    expect(await markerFaults(database.owner, maps)).toEqual([])
  })

  it('lets no purpose write the ledger or a marker by itself', async () => {
    const person = await givenPerson()
    const bad = [
      sql`insert into base.limit_entry (account_id, person_id, number, kind, by_kind)
        values (${person.accountId}, ${person.personId}, 1, 'restricted', 'system')`,
      sql`update base.person set marker = 0 where account_id = ${person.accountId}`,
      sql`select base.apply_marker(${person.accountId}, ${person.personId}, 0)`,
    ]
    for (const statement of bad) await expect(statement.execute(db)).rejects.toThrow(/permission denied/)
  })

  it('refuses to limit somebody who is not there', async () => {
    await expect(limit({ accountId: newId(), personId: newId() }, { kind: 'restricted' })).rejects.toThrow('not found')
  })
})
