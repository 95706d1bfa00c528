import fc from 'fast-check'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { cloneDatabase, type TestDatabase } from '../../../test/support/postgres.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { ownerPool } from '../../platform/database/owner-pool.ts'
import { allows, type LimitRow, limitsNow } from './limits-now.ts'
import { markerFaults } from './marker-faults.ts'
import { recordConsent } from './record-consent.ts'
import { type Limit, type Person, setLimit } from './set-limit.ts'

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
    `insert into base.account (id, kind, name, language) values ($1, 'prospect', 'Firma', 'ro')`,
    [accountId],
  )
  await database.owner.query(`insert into base.person (account_id, id, name, language) values ($1, $2, 'Ana', 'ro')`, [
    accountId,
    personId,
  ])
  return { accountId, personId }
}

const addRow = (person: Person) =>
  database.owner.query(
    `insert into base.terms_acceptance (account_id, id, person_id, version, language) values ($1, $2, $3, '1', 'ro')`,
    [person.accountId, newId(), person.personId],
  )

const limit = (person: Person, change: Limit) =>
  db.transaction().execute((trx) => setLimit(trx, person, change, bySystem))

/** One thing that happens. days: that many pass, and the hourly job runs. */
type Step = Limit | Choosing | { readonly kind: 'days'; readonly days: number }
interface Choosing {
  readonly kind: 'agrees' | 'refuses' | 'withdraws'
  readonly purpose: PurposeName
}

/** Which purposes see the person, told from the whole history by rules written apart from the SQL. */
function oracle(history: readonly Step[]): Set<PurposeName> {
  const objected = new Set<string>()
  /** Each with its age in days. */
  const consented = new Map<string, number>()
  let restricted = false
  for (const step of history) {
    if (step.kind === 'days') {
      for (const [purpose, age] of consented) consented.set(purpose, age + step.days)
      for (const [purpose, age] of consented) if (age > 365) consented.delete(purpose)
      continue
    }
    const purpose = 'purpose' in step ? step.purpose : undefined
    if (step.kind === 'restricted') restricted = true
    else if (step.kind === 'lifted' && purpose === undefined) restricted = false
    else if (step.kind === 'lifted') objected.delete(purpose as string)
    else if (step.kind === 'objected') objected.add(purpose as string)
    else if (step.kind === 'agrees') {
      objected.delete(purpose as string)
      consented.set(purpose as string, 0)
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
async function derived(person: Person): Promise<Set<PurposeName>> {
  const { rows } = await database.owner.query<LimitRow>(
    'select kind, purpose, at, text_hash from base.limit_entry where person_id = $1 order by number',
    [person.personId],
  )
  const now = limitsNow(rows, new Date())
  return new Set(
    purposes.filter((name) => {
      const rule = policy.purposes[name]
      return allows(now, name, rule.basis.kind === 'consent') && !(now.restricted && rule.restriction === 'stops')
    }),
  )
}

async function happens(person: Person, step: Step): Promise<void> {
  if (step.kind === 'days') await pass(person, step.days)
  else if (isChoosing(step)) await choose(person, step)
  else await limit(person, step)
}

const isChoosing = (step: Step): step is Choosing => ['agrees', 'refuses', 'withdraws'].includes(step.kind)

const choices = {
  agrees: { decision: 'given', method: 'accept' },
  refuses: { decision: 'refused', method: 'reject' },
  withdraws: { decision: 'withdrawn', method: 'withdraw' },
} as const

const choose = (person: Person, { kind, purpose }: Choosing) =>
  db.transaction().execute((trx) => {
    return recordConsent(trx, person, { purpose, ...choices[kind], language: 'ro', surface: 'test' }, bySystem)
  })

/** Everything of the person becomes that much older, then the job runs. */
async function pass(person: Person, days: number): Promise<void> {
  const older = `at = at - make_interval(days => $2)`
  await database.owner.query(`update base.limit_entry set ${older} where person_id = $1`, [person.personId, days])
  await database.owner.query(`select from base.end_consents('2 hours', 100)`)
}

const purposeOf = fc.constantFrom(...purposes)
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ kind: 'restricted' }),
  fc.constant<Step>({ kind: 'lifted' }),
  purposeOf.map((purpose): Step => ({ kind: 'lifted', purpose })),
  fc.record({ kind: fc.constantFrom('objected' as const), purpose: purposeOf }),
  fc.record({ kind: fc.constantFrom('agrees' as const, 'refuses' as const, 'withdraws' as const), purpose: purposeOf }),
  // A year by hundreds: never on the very day.
  fc.constantFrom(1, 100, 200).map((days): Step => ({ kind: 'days', days })),
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
      fc.asyncProperty(fc.array(anyStep, { maxLength: 12 }), async (history) => {
        const person = await givenPerson()
        await addRow(person)
        for (const step of history) await Promise.all([happens(person, step), addRow(person)])
        expect(await seenBy(person.accountId)).toEqual(oracle(history))
        expect(await derived(person)).toEqual(oracle(history))
        expect(await markerFaults(database.owner, maps)).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('keeps the order when many limits of one person are set at once', async () => {
    const person = await givenPerson()
    const steps = purposes.flatMap((purpose): Step[] => [
      { kind: 'objected', purpose },
      { kind: 'agrees', purpose },
      { kind: 'withdraws', purpose },
      { kind: 'agrees', purpose },
    ])
    await Promise.all(steps.map((step, at) => (at % 5 === 0 ? addRow(person) : happens(person, step))))
    expect(await markerFaults(database.owner, maps)).toEqual([])
    expect(await derived(person)).toEqual(await seenBy(person.accountId))
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

  it('writes a row once that moves between people of the same limits', async () => {
    const person = await givenPerson()
    await addRow(person)
    const other = newId()
    await database.owner.query(
      `insert into base.person (account_id, id, name, language) values ($1, $2, 'Dan', 'ro')`,
      [person.accountId, other],
    )
    const client = await database.owner.connect()
    const written = async () =>
      (
        await client.query(
          `select n_tup_upd::int as rows from pg_stat_xact_all_tables where relid = 'base.terms_acceptance'::regclass`,
        )
      ).rows[0].rows
    try {
      await client.query('begin')
      const before = await written()
      await client.query('update base.terms_acceptance set person_id = $2 where account_id = $1', [
        person.accountId,
        other,
      ])
      expect((await written()) - before).toBe(1)
    } finally {
      await client.query('rollback')
      client.release()
    }
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
