/**
 * Random lives of clients against a small oracle: after each step every purpose sees exactly what it may, and what was
 * erased or expired is nowhere. Several clients live at once, so that they cross each other.
 * ZAVOR_SEQUENCES says how many (1,000 unless said); a failure prints its seed and the shortest life that shows it.
 */
import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { maps } from '../../src/app/maps.ts'
import { markerFaults } from '../../src/privacy/limits/marker-faults.ts'
import { useOf as howUsed } from '../../src/privacy/map/uses.ts'
import { scanDatabase } from '../../src/privacy/residue/scan-database.ts'
import { scanFiles } from '../../src/privacy/residue/scan-files.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { givenAccount } from '../support/given.ts'
import { type Command, perform, type Stage } from './commands.ts'
import { expected, purposes, type World } from './world.ts'

const sequences = Number(process.env.ZAVOR_SEQUENCES ?? 1_000)
const atOnce = 8

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

const n = fc.nat({ max: 7 })
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Command>({ do: 'join' }) },
  { weight: 4, arbitrary: n.map((who): Command => ({ do: 'write', who })) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('share' as const), who: n, ticket: n }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      who: n,
      purpose: fc.constantFrom('updates', 'openings', 'improvement'),
      choice: fc.constantFrom('on', 'off'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('restrict', 'lift', 'correct'), who: n }) },
  { weight: 1, arbitrary: n.map((who): Command => ({ do: 'leave', who })) },
  { weight: 2, arbitrary: n.map((ticket): Command => ({ do: 'expire', ticket })) },
  { weight: 1, arbitrary: fc.constant<Command>({ do: 'endAccount' }) },
)

const tables = ['person', 'ticket', 'message'] as const

/** One query for what all purposes see of one account. */
const seenSql = purposes
  .flatMap((purpose) =>
    tables.flatMap((table) => {
      const map = maps.find((one) => one.table === table)
      if (!map || howUsed(map, map.columns.id!, purpose) === undefined) return []
      return [
        `select '${purpose}' as purpose, '${table}' as "table", array(select id::text from ${purpose}.${table} where account_id = $1 order by 1) as ids`,
      ]
    }),
  )
  .join(' union all ')

async function checkViews(owner: Pool, world: World): Promise<void> {
  if (world.ended) return
  const { rows } = await owner.query<{
    purpose: (typeof purposes)[number]
    table: (typeof tables)[number]
    ids: string[]
  }>({ name: 'seen', text: seenSql, values: [world.accountId] })
  for (const { purpose, table, ids } of rows) {
    expect(ids, `${table} as ${purpose} sees it`).toEqual(expected(world, purpose)[table])
  }
  const names = await owner.query<{ id: string; name: string }>(
    'select id, name from self.person where account_id = $1',
    [world.accountId],
  )
  for (const person of world.people) {
    const found = names.rows.find(({ id }) => id === person.id)?.name
    expect(found).toBe(person.erased ? '—' : person.name)
  }
}

async function live(commands: readonly Command[]): Promise<Stage> {
  const world: World = { accountId: await givenAccount(desk), people: [], tickets: [], messages: [], ended: false }
  const stage: Stage = { desk, world, gone: new Set(), names: new Map(), texts: new Map() }
  await perform(stage, { do: 'join' })
  for (const one of commands) {
    await perform(stage, one)
    await checkViews(desk.owner, world)
  }
  return stage
}

/** Every needle that stands anywhere in a row of the client's tables, in text or in a search index. */
async function needlesLeft(owner: Pool): Promise<Set<string>> {
  const all = maps.map(
    ({ table }) =>
      `select m[1] as needle from base."${table}" t, regexp_matches(lower(t::text), '(ndl[a-p]{14})', 'g') m`,
  )
  const { rows } = await owner.query<{ needle: string }>(all.join(' union '))
  return new Set(rows.map(({ needle }) => needle))
}

it(`holds in ${sequences} lives: what each purpose sees, and that what ended is nowhere`, async () => {
  const lives: Stage[] = []
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(command, { minLength: 2, maxLength: 14 }), { minLength: atOnce, maxLength: atOnce }),
      async (all) => {
        lives.push(...(await Promise.all(all.map(live))))
      },
    ),
    { numRuns: Math.ceil(sequences / atOnce), endOnFailure: true },
  )
  await desk.runJobs()
  const gone = new Set(lives.flatMap(({ gone: ended }) => [...ended]))
  const left = await needlesLeft(desk.owner)
  expect([...gone].filter((needle) => left.has(needle))).toEqual([])
  expect(gone.size).toBeGreaterThan(lives.length / 4)
  const some = [...gone].slice(-20).map((value) => ({ label: value, value }))
  expect(await scanDatabase(desk.owner, some)).toEqual([])
  expect(await scanFiles(desk.dataFolder, some)).toEqual([])
  expect(await markerFaults(desk.owner, maps)).toEqual([])
}, 900_000)
