/**
 * The policy is the program: each of its values, and each of the data maps', is changed one at a time, and every change must
 * change what is decided and be seen. Seen by whom: the start (which refuses), or the decisions themselves. A value whose
 * change nobody sees is named.
 *
 * Here every so many of them, within a minute, against what the unchanged values decide. `npm run mutate` changes every
 * single one and holds it against what was written down and agreed to (written/). When a decision was changed on purpose:
 * `npm run mutate -- --accept`, then read the difference and commit it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import { type Catalogue, readCatalogue } from '../../src/privacy/compiler/catalogue.ts'
import type { PolicyContent } from '../../src/privacy/policy/content.ts'
import { loadContent } from '../../src/privacy/policy/load-content.ts'
import { loadProse, type Proses } from '../../src/privacy/prose/load-prose.ts'
import { cloneDatabase, type TestDatabase } from '../support/postgres.ts'
import { type Decisions, decisions, refusals } from './decisions.ts'
import { allMutants, type Mutant } from './mutants.ts'
import { readWritten, unlikeWritten, write } from './written.ts'

const { ZAVOR_MUTANTS: wish = 'some' } = process.env
const inCi = 300
const longestInCi = 40_000

let database: TestDatabase
let catalogue: Catalogue
let proses: Proses
/** What people were told last: the values as they are before any is changed. */
let published: PolicyContent
/** What was agreed to; where only some are tried, what is decided before any value is changed. */
let written: Decisions
beforeAll(async () => {
  database = await cloneDatabase()
  catalogue = await readCatalogue(database.owner)
  proses = await loadProse(policy, `${import.meta.dirname}/../../policy`)
  published = await loadContent(policy, maps, `${import.meta.dirname}/../../policy`)
  if (wish === 'accept') write(decisions(proses, published))
  written = wish === 'some' ? decisions(proses, published) : readWritten()
})
afterAll(() => database.drop())

it('starts, and decides what was written down', () => {
  expect(refusals(catalogue)).toEqual([])
  expect(written.size).toBeGreaterThan(1_000)
  expect(unlikeWritten(written, decisions(proses, published)), 'npm run mutate -- --accept, if that is meant').toEqual(
    [],
  )
})

/** Values that no program asks, with what they are for. A mutant of these may survive; any other may not. */
const forReaders: readonly (readonly [RegExp, string])[] = [
  [
    /^cookies\.\w+\.setBy/,
    'says to who reads the policy at which act a cookie is set; the journeys look at browsers instead',
  ],
  [
    /^\w+: capacity/,
    'of a table that no person is shown, the capacity stands in the register of processing alone, which is not asked here',
  ],
]

type Fate = 'the start refuses' | 'cannot be compiled' | 'decided otherwise' | 'survives'

/** What was said when a mutant could not be compiled at all. */
const broke = new Set<string>()

function fateOf(mutant: Mutant): Fate {
  const undo = mutant.apply()
  try {
    if (refusals(catalogue).length > 0) return 'the start refuses'
    return unlikeWritten(written, decisions(proses, published), 1).length > 0 ? 'decided otherwise' : 'survives'
  } catch (error) {
    broke.add((error as Error).message.slice(0, 120))
    return 'cannot be compiled'
  } finally {
    undo()
  }
}

it.runIf(wish !== 'accept')(
  'sees every change of a value',
  () => {
    const all = allMutants()
    const whole = wish === 'all'
    // Far apart from one another, so that few of them still come from all tables.
    const far = 7_919
    const fates = new Map<Fate, string[]>()
    const began = performance.now()
    let tried = 0
    for (; tried < (whole ? all.length : inCi); tried++) {
      if (!whole && performance.now() - began > longestInCi) break
      const mutant = all[whole ? tried : (tried * far) % all.length] as Mutant
      const fate = fateOf(mutant)
      fates.set(fate, [...(fates.get(fate) ?? []), mutant.name])
    }
    expect(tried).toBeGreaterThan(50)
    const counts = [...fates].map(([fate, names]) => `${fate}: ${names.length}`).join(', ')
    process.stdout.write(
      `${tried} of ${all.length} mutants in ${Math.round((performance.now() - began) / 1000)} s. ${counts}\n`,
    )
    for (const words of broke) process.stdout.write(`cannot be compiled: ${words}\n`)
    const survivors = (fates.get('survives') ?? []).filter(
      (name) => !forReaders.some(([pattern]) => pattern.test(name)),
    )
    expect(survivors).toEqual([])
    // Put back: nothing of what was changed is left.
    expect(unlikeWritten(written, decisions(proses, published))).toEqual([])
  },
  3_600_000,
)
