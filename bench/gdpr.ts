/** GDPRBench: what it costs to keep the law, against PostgreSQL that does not, on the same rows in the same run. */
import { ownerPool } from '../src/platform/database/owner-pool.ts'
import { verifyChain } from '../src/privacy/audit/verify.ts'
import { type Answer, metadataLine, Oracle } from './gdpr/oracle.ts'
import { type OurSide, ourSide } from './gdpr/ours.ts'
import { plainSide } from './gdpr/plain.ts'
import { tableSql } from './gdpr/record.data.ts'
import { type Found, numbersOf, type Row, type Side, sayOf } from './gdpr/side.ts'
import { addPeople, fillSource, reset, sizes } from './gdpr/tables.ts'
import { type Asked, type Profile, profiles, requests, type Workload, workloads } from './gdpr/workload.ts'
import { benchDatabase } from './support/database.ts'
import { atLeast, atMost, type Bench, noted, type Result } from './support/report.ts'

const clients = 16

export const gdprBench: Bench = async ({ small, say, records = small ? 2_000 : 100_000, operations }) => {
  const many = operations ?? (small ? 300 : 10_000)
  const database = await benchDatabase()
  const results: Result[] = []
  try {
    const { owner } = database
    say(`${records} records, ${many} operations a workload`)
    const named = await addPeople(owner)
    await owner.query(tableSql('base'))
    // First: the compiler refuses a database with tables that it does not know.
    const ours = await ourSide(database, clients)
    await owner.query(`create schema plain; ${tableSql('plain')}`)
    await owner.query(`create table plain.log as select g::bigint as seq, gen_random_uuid() as id, now() as at,
      'staff' as actor_kind, gen_random_uuid() as actor_id, gen_random_uuid() as account_id, 'regulator' as purpose,
      'gdpr.regulator.read_metadata' as operation, 'api' as via, 'done' as outcome,
      array(select gen_random_uuid() from generate_series(1, 10)) as subjects, sha256('') as hash from generate_series(1, 1000) g;
      create unique index on plain.log (seq)`)
    const written = await fillSource(owner, records)
    const personal = written + named
    const pool = ownerPool(database.ownerUrl, clients)
    const plain = plainSide(pool)
    let isAsLoaded = false
    const start = async (changes: boolean) => {
      if (!isAsLoaded) {
        await reset(owner)
        await ours.expire()
        await plain.expire()
        await owner.query('vacuum analyze base.gdpr_record, plain.gdpr_record')
      }
      isAsLoaded = !changes
    }
    await start(false)
    const loaded = await sizes(owner)
    const spent = { ours: 0, plain: 0 }
    for (const profile of profiles) {
      for (const workload of workloads) {
        const asked = requests(profile, workload, records, workload === 'regulator' ? Math.ceil(many / 10) : many)
        const { figures, together } = await oneWorkload({ profile, workload, asked, records, ours, plain, start, say })
        results.push(...figures)
        spent.ours += together.ours
        spent.plain += together.plain
      }
    }
    const chain = await verifyChain(owner)
    await pool.end()
    await ours.close()
    return [
      ...results,
      atMost(`all workloads, ${clients} clients, ours / plain`, spent.ours / spent.plain, 'ratio', 1.25),
      atLeast('entries of the access log that hold', chain.whole ? 100 : 0, '%', 100),
      atMost('space: records, their indexes and people / personal data', loaded.ours / personal, 'ratio', 2),
      noted(
        'space: the whole database, PostgreSQL and the product with it / personal data',
        loaded.whole / personal,
        'ratio',
      ),
      noted('space: plain records and their indexes / records written out', loaded.plain / written, 'ratio'),
    ]
  } finally {
    await database.close()
  }
}

interface OneWorkload {
  readonly profile: Profile
  readonly workload: Workload
  readonly asked: readonly Asked[]
  readonly records: number
  readonly ours: OurSide
  readonly plain: Side
  /** Both sides as they were loaded, what is past its lifetime ended. `changes`: whether what follows changes them. */
  start(changes: boolean): Promise<void>
  say(words: string): void
}

interface Measured {
  readonly figures: readonly Result[]
  /** Seconds with all clients at once. */
  readonly together: { readonly ours: number; readonly plain: number }
}

async function oneWorkload(one: OneWorkload): Promise<Measured> {
  const { profile, workload, asked, records, ours, plain, start, say } = one
  const name = `${profile} ${workload}`
  const changes = asked.some((one) => !['readData', 'readMetadata', 'logs', 'verifyDeletion'].includes(one.do))
  await start(changes)
  for (const each of [ours, plain]) await warm(each, workload)
  const checked = await alone(ours, workload, asked, records)
  const reference = await alone(plain, workload, asked, records)
  await start(changes)
  const together = await side(ours, workload, asked)
  const apart = await side(plain, workload, asked)
  say(
    `${name}: alone ${checked.seconds.toFixed(1)} / ${reference.seconds.toFixed(1)} s, ${clients} clients ${together.seconds.toFixed(1)} / ${apart.seconds.toFixed(1)} s`,
  )
  for (const [whose, { again, failed }] of [['ours', together] as const, ['plain', apart] as const]) {
    if (again > 0) say(`${name}, ${whose}: ${again} asked again, as others were at the same rows`)
    for (const words of new Set(failed)) say(`${name}, ${whose}: not answered: ${words}`)
  }
  if (reference.right < asked.length) say(`${name}: the plain side answers ${reference.right} of ${asked.length} right`)
  const figures = [
    atMost(`${name}, ${clients} clients, ours / plain`, together.seconds / apart.seconds, 'ratio', 1.25),
    noted(`${name}, 1 client, ours / plain`, checked.seconds / reference.seconds, 'ratio'),
    noted(`${name}, ${clients} clients, ours`, together.seconds, 's'),
    atLeast(`${name}, right answers, 1 client`, (100 * checked.right) / asked.length, '%', 100),
    atLeast(`${name}, answers that can be right, ${clients} clients`, (100 * together.right) / asked.length, '%', 100),
  ]
  return { figures, together: { ours: together.seconds, plain: apart.seconds } }
}

/** Connections are opened and statements prepared before anything is measured, on both sides. */
async function warm(to: Side, workload: Workload): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await Promise.all(Array.from({ length: clients }, (_, k) => to.run(workload, { do: 'verifyDeletion', k })))
  }
}

interface Run {
  readonly seconds: number
  readonly right: number
}

/** One request after the other, each answer held against the oracle outside the time that is measured. */
async function alone(to: Side, workload: Workload, asked: readonly Asked[], records: number): Promise<Run> {
  const oracle = new Oracle(records)
  oracle.expire()
  let [spent, right] = [0, 0]
  for (const one of asked) {
    const began = performance.now()
    const found = await to.run(workload, one)
    spent += performance.now() - began
    if (sameAnswer(found, oracle.answer(one))) right += 1
  }
  return { seconds: spent / 1000, right }
}

function sameAnswer(found: Found, wanted: Answer): boolean {
  if (typeof found !== 'object' || typeof wanted !== 'object') return found === wanted
  if (found.length !== wanted.length) return false
  const lines = found.toSorted((a, b) => a.k - b.k).map(lineOf)
  return lines.every((line, at) => line === wanted[at])
}

function lineOf(row: Row): string {
  return `key${row.k}|${row.data ?? metadataLine(numbersOf(row))}`
}

/**
 * All clients at once, each with the next request when its last was answered. In which order they are carried out is open,
 * so of an answer only that is asked which holds in every order: each row has the value that was asked for, and none twice.
 */
async function side(to: Side, workload: Workload, asked: readonly Asked[]): Promise<Run & Refused> {
  let [next, right, again] = [0, 0, 0]
  const failed: string[] = []
  const began = performance.now()
  const client = async () => {
    for (let one = asked[next++]; one; one = asked[next++]) {
      for (let turn = 1; ; turn++) {
        try {
          if (canBeRight(one, await to.run(workload, one))) right += 1
          break
        } catch (error) {
          if (isBusy(error) && turn < mostTurns) again += 1
          else {
            failed.push((error as Error).message)
            break
          }
        }
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { seconds: (performance.now() - began) / 1000, right, again, failed }
}

interface Refused {
  /** How many were told that others are at the same rows, and asked once more. */
  readonly again: number
  /** What those said that were not answered. */
  readonly failed: readonly string[]
}

const mostTurns = 50

/** Two that change many rows at once may wait for one another: whoever is told so asks again, on either side, as people do. */
function isBusy(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === 'busy' || code === '40P01'
}

function canBeRight(asked: Asked, found: Found): boolean {
  if (typeof found !== 'object') return asked.do !== 'create' || found === 1
  if (!('by' in asked)) return false
  if (new Set(found.map(({ k }) => k)).size !== found.length) return false
  return found.every((row) => {
    if (asked.by === 'key') return row.k === asked.value
    return (sayOf(row, asked.by) ?? asked.value) === asked.value
  })
}
