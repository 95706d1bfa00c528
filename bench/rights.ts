/**
 * What a right costs: access, restriction and erasure of one person with 300 rows, in databases of three sizes; and what
 * the end by time costs, against a bare DELETE and for whoever works meanwhile. Every row of the larger database beyond the
 * person's lies in the person's own account too, in proportion, so that nothing is found by the account alone.
 */
import type { Desk } from '../src/app/desk.ts'
import type { MemberActor } from '../src/privacy/operation/actor.ts'
import type { AnyOperation, InputOf } from '../src/privacy/operation/operation.ts'
import { takeCopy } from '../src/rights/answer/take-copy.ts'
import { endRestriction } from '../src/rights/desk/lift-restriction.ts'
import { endAccount } from '../src/rights/ending/end-account.ts'
import { endPerson } from '../src/rights/ending/end-person.ts'
import { heldOverview } from '../src/rights/held/held-overview.ts'
import { makeRequest } from '../src/rights/request/make-request.ts'
import { cpuOfFamily } from './support/cpu.ts'
import { type BenchDatabase, benchDatabase } from './support/database.ts'
import { median } from './support/rate.ts'
import { atMost, type Bench, noted, type Result } from './support/report.ts'
import { retentionFigures } from './support/retention.ts'
import { addProvider, addSubjects, rowsOfOne } from './support/rights-people.ts'
import { fillTickets } from './support/tickets.ts'

const accounts = 100
const peoplePerAccount = 20
/** On connections that are new, where every statement is planned: an erasure is rare, so that is how most of them run. */
const warming = 3

/** Milliseconds each, by what was done. */
type Times = Map<string, number[]>
/** Milliseconds of processor time, program and database together, of all rounds: the same however busy the machine is. */
type Spent = Map<string, number>

interface Side {
  readonly tickets: number
  readonly database: BenchDatabase
  readonly desk: Desk
  /** One of each for every round. */
  readonly among: readonly MemberActor[]
  readonly alone: readonly MemberActor[]
  readonly times: Times
  readonly spent: Spent
}

const acts = {
  overview: 'access: all that is held, on the page',
  access: 'access: request, answered with the letter',
  copy: 'access: the whole copy, taken',
  restriction: 'restriction',
  lifting: 'restriction lifted',
  leaving: 'erasure of one person among colleagues',
  ending: 'erasure of an account of one person',
} as const

export const rightsBench: Bench = async ({ small, say }) => {
  const sizes = small ? [1_000, 10_000] : [10_000, 100_000, 1_000_000]
  const rounds = small ? 5 : 60
  const sides: Side[] = []
  try {
    for (const tickets of sizes) {
      say(`laying down ${tickets} tickets`)
      sides.push(await newSide(tickets, rounds + warming))
    }
    // All databases in turn, so that a machine whose speed drifts slows all of them.
    for (let round = -warming; round < rounds; round++) {
      for (const side of sides) await exercise(side, round, round < 0)
      if (round % 10 === 0) say(`round ${round} of ${rounds}`)
    }
    const middle = sides[Math.floor(sides.length / 2)] as Side
    return [...rightsFigures(sides), ...(await retentionFigures(middle.database, middle.desk, { small, say }))]
  } finally {
    for (const { desk, database } of sides) {
      await desk.close()
      await database.close()
    }
  }
}

async function newSide(tickets: number, people: number): Promise<Side> {
  const database = await benchDatabase()
  await fillTickets(database.owner, { accounts, peoplePerAccount, tickets, messagesPerTicket: 1, limitedPersons: 10 })
  await addProvider(database.owner)
  const among = await addSubjects(
    database.owner,
    Array.from({ length: people }, (_, n) => n % accounts),
  )
  const alone = await addSubjects(
    database.owner,
    Array.from({ length: people }, () => 'alone' as const),
  )
  await database.owner.query('vacuum analyze')
  return { tickets, database, desk: await database.desk(), among, alone, times: new Map(), spent: new Map() }
}

async function exercise(side: Side, round: number, isWarming: boolean): Promise<void> {
  const { desk, times, spent, database } = side
  const one = side.among[round + warming] as MemberActor
  const alone = side.alone[round + warming] as MemberActor
  const timed = async (what: string, work: () => Promise<unknown>) => {
    // Looking costs milliseconds itself, so it is done outside of what is timed, and its own share is not counted.
    const family = cpuOfFamily(database.postgresPid)
    const [own, began] = [ownCpu(), performance.now()]
    await work()
    const [ended, ownAfter] = [performance.now(), ownCpu()]
    if (isWarming) return
    times.set(what, [...(times.get(what) ?? []), ended - began])
    spent.set(what, (spent.get(what) ?? 0) + ownAfter - own + cpuOfFamily(database.postgresPid) - family)
  }
  const call = <Op extends AnyOperation>(actor: MemberActor, operation: Op, input: InputOf<Op>) =>
    desk.call({ actor, via: 'page' }, operation, input)

  await timed(acts.overview, () => call(one, heldOverview, {}))
  let accessCase = ''
  await timed(acts.access, async () => {
    accessCase = (await call(one, makeRequest, { kind: 'access' })).caseId
  })
  await timed(acts.copy, async () => {
    const { content } = await call(one, takeCopy, { caseId: accessCase })
    for await (const _ of content);
  })
  let restriction = ''
  await timed(acts.restriction, async () => {
    restriction = (await call(one, makeRequest, { kind: 'restriction' })).caseId
  })
  await timed(acts.lifting, () => call(one, endRestriction, { caseId: restriction }))
  await timed(acts.leaving, () => call(one, endPerson, { understood: 'yes' }))
  await timed(acts.ending, () => call(alone, endAccount, { understood: 'yes' }))
}

function rightsFigures(sides: readonly Side[]): Result[] {
  const [smallest, largest] = [sides[0] as Side, sides.at(-1) as Side]
  return Object.values(acts).flatMap((what) => {
    const isLimited = what.startsWith('erasure') || what === acts.restriction
    const p95s = sides.map(({ tickets, times }) => {
      const words = `${what}, ${rowsOfOne} rows of ${tickets} tickets, p95`
      const figure = quantile(times.get(what) ?? [], 0.95)
      return isLimited ? atMost(words, figure, 'ms', 50) : noted(words, figure, 'ms')
    })
    const rounds = largest.times.get(what)?.length ?? 0
    const cpu = noted(`${what}, processor time, largest`, (largest.spent.get(what) ?? 0) / rounds, 'ms of CPU')
    const growth = median(largest.times.get(what) ?? []) / median(smallest.times.get(what) ?? [])
    const words = `${what}, largest / smallest, median`
    return [...p95s, cpu, isLimited ? atMost(words, growth, 'ratio', 1.2) : noted(words, growth, 'ratio')]
  })
}

function ownCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function quantile(values: readonly number[], which: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(which * sorted.length) - 1)] ?? Number.NaN
}
