/**
 * Random lives of clients against a small oracle: after each step every purpose sees exactly what it may, and what was
 * erased or expired is nowhere. Several clients live at once, so that they cross each other.
 * A few of them make a backup on the way; each is restored at the end and compared with what the oracle makes of it.
 * ZAVOR_SEQUENCES says how many (1,000 unless said), in generations of 2,000 with a database of their own each, so that the last
 * life costs what the first did; a failure prints its seed and the lives that show it.
 */

import { copyFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterEach, expect, it } from 'vitest'
import { ledgerPath } from '../../src/app/ledger-path.ts'
import { maps } from '../../src/app/maps.ts'
import { roleOf } from '../../src/privacy/compiler/wanted.ts'
import { markerFaults } from '../../src/privacy/limits/marker-faults.ts'
import { useOf as howUsed } from '../../src/privacy/map/uses.ts'
import type { StaffActor } from '../../src/privacy/operation/actor.ts'
import { scanDatabase } from '../../src/privacy/residue/scan-database.ts'
import { scanFiles } from '../../src/privacy/residue/scan-files.ts'
import { type BackedDesk, backedDesk, restoreTarget } from '../support/backup.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { givenAccount, givenProvider, givenStaff } from '../support/given.ts'
import { leftAfterScrub } from '../support/residue.ts'
import { type Command, perform, type Stage } from './commands.ts'
import { copyOf, expected, purposes, type World } from './world.ts'

const sequences = Number(process.env.ZAVOR_SEQUENCES ?? 1_000)
const longestGeneration = 2_000
const generations = Array.from({ length: Math.ceil(sequences / longestGeneration) }, (_, n) => {
  const from = n * longestGeneration + 1
  const to = Math.min(sequences, from + longestGeneration - 1)
  return { from, to, size: to - from + 1 }
})
const atOnce = 8
/** Made late, so that a restore has a few hundred changes to do again, and not thousands. */
const mostBackups = 1
const backupsFrom = 0.85

let lived = 0
let begun = 0
let made = 0
async function backupIfDue(): Promise<string | null> {
  if (made >= mostBackups || begun < lived * backupsFrom) return null
  made += 1
  return (await backed.backup()).name
}

let desk: TestDesk
let backed: BackedDesk
let staff: StaffActor
async function begin(size: number): Promise<void> {
  desk = await testDesk({ keep: true })
  await allowPauses()
  await givenProvider(desk)
  staff = await givenStaff(desk, { roles: ['owner', 'privacy'] })
  backed = await backedDesk(desk)
  lived = size
  begun = 0
  made = 0
}
afterEach(() => desk.close())

/**
 * A run of half an hour outlasts a closed lid or a busy machine: while this process stands still, PostgreSQL would count a
 * statement that waits for one of its locks as stuck, and a life would fail of that.
 */
async function allowPauses(): Promise<void> {
  for (const role of purposes.map(roleOf)) {
    for (const limit of ['statement_timeout', 'idle_in_transaction_session_timeout'])
      await desk.owner.query(`alter role ${role} in database ${desk.database.name} set ${limit} = 0`)
  }
}

const n = fc.nat({ max: 7 })
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Command>({ do: 'join' }) },
  { weight: 8, arbitrary: n.map((who): Command => ({ do: 'write', who })) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('share' as const), who: n, ticket: n }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      who: n,
      purpose: fc.constantFrom('updates', 'openings', 'improvement'),
      choice: fc.constantFrom('on', 'off'),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('restrict', 'lift', 'correct'), who: n }) },
  { weight: 2, arbitrary: n.map((who): Command => ({ do: 'leave', who })) },
  { weight: 4, arbitrary: n.map((ticket): Command => ({ do: 'expire', ticket })) },
  { weight: 2, arbitrary: fc.constant<Command>({ do: 'endAccount' }) },
  { weight: 2, arbitrary: fc.constant<Command>({ do: 'backup' }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('attach' as const), who: n, ticket: n }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('article', 'ask', 'claim'), who: n }) },
  { weight: 1, arbitrary: fc.constantFrom<Command>({ do: 'claimAll' }, { do: 'release' }, { do: 'release' }) },
)

const tables = ['person', 'ticket', 'message'] as const

type Seen = Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>>

/** One query, one row: what every purpose sees of one account, by "purpose table", and the names that the person sees. */
const seenSql = `select jsonb_build_object(${[
  ...purposes.flatMap((purpose) =>
    tables.flatMap((table) => {
      const map = maps.find((one) => one.table === table)
      if (!map || howUsed(map, map.columns.id!, purpose) === undefined) return []
      return [`'${purpose} ${table}', array(select id::text from ${purpose}.${table} where account_id = $1 order by 1)`]
    }),
  ),
  `'names', (select coalesce(jsonb_object_agg(id, name), '{}') from self.person where account_id = $1)`,
].join(', ')}) as seen`

function expectedSeen(world: World, keys: readonly string[]): Seen {
  const ids = new Map(purposes.map((purpose) => [purpose as string, expected(world, purpose)]))
  return Object.fromEntries(
    keys.map((key) => {
      if (key === 'names') {
        return [key, Object.fromEntries(world.people.map(({ id, name, erased }) => [id, erased ? '—' : name]))]
      }
      const [purpose = '', table] = key.split(' ')
      return [key, ids.get(purpose)?.[table as (typeof tables)[number]] ?? []]
    }),
  )
}

async function checkViews(owner: Pool, world: World): Promise<void> {
  if (world.ended) return
  const { rows } = await owner.query<{ seen: Seen }>({ name: 'seen', text: seenSql, values: [world.accountId] })
  const seen = rows[0]?.seen ?? {}
  const wanted = expectedSeen(world, Object.keys(seen))
  // The assertion's own comparison writes a report; it is asked only when there is something to report.
  if (!isDeepStrictEqual(seen, wanted)) expect(seen).toEqual(wanted)
}

async function live(commands: readonly Command[]): Promise<Stage> {
  const world: World = {
    accountId: await givenAccount(desk),
    people: [],
    tickets: [],
    messages: [],
    claims: new Map(),
    ended: false,
  }
  begun += 1
  const stage: Stage = {
    desk,
    staff,
    world,
    gone: new Set(),
    erased: new Set(),
    kept: [],
    backup: backupIfDue,
    names: new Map(),
    texts: new Map(),
    articles: [],
  }
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

it.each(generations)(
  'holds in $size lives ($from to $to): what each purpose sees, and that what ended is nowhere',
  async ({ size, from, to }) => {
    await begin(size)
    const lives: Stage[] = []
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(command, { minLength: 2, maxLength: 14 }), { minLength: atOnce, maxLength: atOnce }),
        async (all) => {
          lives.push(...(await Promise.all(all.map(live))))
        },
      ),
      { numRuns: Math.ceil(size / atOnce), endOnFailure: true },
    )
    for (let turn = 0; turn < 2; turn++) await liveOnAfterBackup(lives, 2026 + from + turn)
    await desk.runJobs(atOnce)
    const gone = new Set(lives.flatMap(({ gone: ended }) => [...ended]))
    const left = await needlesLeft(desk.owner)
    expect([...gone].filter((needle) => left.has(needle))).toEqual([])
    expect(gone.size).toBeGreaterThan(lives.length / 4)
    const some = [...gone].slice(-20).map((value) => ({ label: value, value }))
    expect(await leftAfterScrub(desk.owner, some)).toEqual([])
    expect(await scanFiles(desk.dataFolder, some)).toEqual([])
    expect(await markerFaults(desk.owner, maps)).toEqual([])
    const erased = new Set(lives.flatMap((life) => [...life.erased]))
    const kept = Map.groupBy(
      lives.flatMap((life) => life.kept),
      ({ name }) => name,
    )
    for (const [name, worlds] of kept) {
      await checkRestored(
        name,
        worlds.map(({ world }) => world),
        erased,
      )
    }
    if (generations.length > 1) process.stdout.write(`${to} of ${sequences} lives held\n`)
  },
  // Of a machine that has other things to do.
  900_000 + longestGeneration * 600,
)

/** A backup of everybody, and then some of them go on living: what they withdraw, limit and erase must reach it. */
async function liveOnAfterBackup(lives: readonly Stage[], seed: number): Promise<void> {
  const { name } = await backed.backup()
  const living = lives.filter(({ world }) => !world.ended)
  for (const stage of living) stage.kept.push({ name, world: copyOf(stage.world) })
  const more = fc.sample(fc.array(command, { minLength: 6, maxLength: 6 }), { numRuns: 32, seed })
  for (const [at, commands] of more.entries()) {
    const stage = living[Math.floor((at * living.length) / more.length)]
    if (!stage) continue
    for (const one of commands) await perform(stage, one)
    await checkViews(desk.owner, stage.world)
  }
}

/** What was erased since is gone from it too, and what was limited since is limited. */
async function checkRestored(name: string, worlds: readonly World[], erased: ReadonlySet<string>): Promise<void> {
  const target = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(target.dataFolder))
  const { report } = await backed.restore(name, target)
  expect(report.residue.rowsLeft).toBe(0)
  const { owner } = target.database
  for (const world of worlds) await checkViews(owner, world)
  const left = await needlesLeft(owner)
  expect([...erased].filter((needle) => left.has(needle))).toEqual([])
  expect(await markerFaults(owner, maps)).toEqual([])
  const some = [...erased].slice(-20).map((value) => ({ label: value, value }))
  expect(await scanDatabase(owner, some)).toEqual([])
  expect(await scanFiles(target.dataFolder, some)).toEqual([])
}
