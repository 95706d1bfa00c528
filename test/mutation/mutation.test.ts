/**
 * The policy is the program: each of its values, and each of the data maps', is changed one at a time, every single one, and
 * every change must be seen: the start refuses, or something is decided otherwise than it was written down and agreed to
 * (written/). A value whose change nobody sees is named, and fails.
 *
 * When a decision was changed on purpose: `npm run mutate -- --accept`, then read the difference and commit it.
 * `npm run mutate` alone also says how many values of each class there are and by what each change was seen.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import { type Catalogue, readCatalogue } from '../../src/privacy/compiler/catalogue.ts'
import { loadContent } from '../../src/privacy/policy/load-content.ts'
import { loadProse } from '../../src/privacy/prose/load-prose.ts'
import { cloneDatabase, type TestDatabase } from '../support/postgres.ts'
import { allQuestions, decisions, type Judged, judge, refusals } from './decisions.ts'
import { mapMutants } from './map-mutants.ts'
import type { Mutant } from './mutant.ts'
import { policyMutants } from './policy-mutants.ts'
import type { Decisions, Question } from './question.ts'
import { readWritten, unlikeWritten, write } from './written.ts'

const { ZAVOR_MUTANTS: wish } = process.env
const folder = `${import.meta.dirname}/../../policy`

let database: TestDatabase
let catalogue: Catalogue
let questions: Question[]
let written: Decisions
let all: Mutant[]
beforeAll(async () => {
  database = await cloneDatabase()
  catalogue = await readCatalogue(database.owner)
  questions = allQuestions(await loadProse(policy, folder), await loadContent(policy, maps, folder))
  if (wish === 'accept') write(decisions(questions))
  written = readWritten()
  all = [...policyMutants(), ...maps.flatMap(mapMutants)]
})
afterAll(() => database.drop())

it('starts, and decides what was written down', () => {
  expect(refusals(catalogue)).toEqual([])
  expect(written.size).toBeGreaterThan(3_000)
  expect(unlikeWritten(written, decisions(questions)), 'npm run mutate -- --accept, if that is meant').toEqual([])
})

describe('every value there is', () => {
  it('of a data map is changed, whatever class it is of', () => {
    const kinds = new Set(all.map(({ kind }) => kind))
    const said = maps.flatMap(({ rule, columns }) => [
      ...Object.keys(rule).map((key) => `table ${key}`),
      ...Object.values(columns).flatMap(({ options }) => Object.keys(options).map((key) => `column ${key}`)),
    ])
    // Which columns are keys is what the database has, and stands in the type of the declaration.
    expect([...new Set(said)].filter((kind) => !kinds.has(kind) && kind !== 'column key')).toEqual([])
  })

  it('of the policy is changed, to the last word', () => {
    const changed = new Set(all.map(({ name }) => name.split(':')[0]))
    expect(leaves(policy, []).filter((path) => !changed.has(path))).toEqual([])
  })

  it('is told apart by its name', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
})

function leaves(value: unknown, path: readonly string[]): string[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [path.join('.')]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

/** What a program may say when it cannot even compile a value: nothing else counts as seen. */
const known = [/^a \S+ cannot be truncated/, /^the policy names no supervisory authority/]

it.runIf(wish !== 'accept')(
  'sees every change of a value',
  () => {
    // Against a list that is not what is decided now, every change would look seen.
    expect(unlikeWritten(written, decisions(questions))).toEqual([])
    const began = performance.now()
    const fateOf = judge(questions, written, catalogue)
    const judged = all.map((mutant) => ({ mutant, ...fateOf(mutant) }))
    const seconds = Math.round((performance.now() - began) / 1000)
    process.stdout.write(`${all.length} changes in ${seconds} s: ${counted(judged.map(({ fate }) => fate))}\n`)
    if (wish === 'all') process.stdout.write(report(judged))
    expect(judged.filter(({ fate }) => fate === 'survives').map(({ mutant }) => mutant.name)).toEqual([])
    const broke = judged.filter(({ fate, by }) => fate === 'cannot be compiled' && !known.some((one) => one.test(by)))
    expect(broke.map(({ mutant, by }) => `${mutant.name}: ${by}`)).toEqual([])
    // Put back: nothing of what was changed is left.
    expect(unlikeWritten(written, decisions(questions))).toEqual([])
  },
  3_600_000,
)

function report(judged: readonly ({ mutant: Mutant } & Judged)[]): string {
  const kinds = Map.groupBy(judged, ({ mutant }) => mutant.kind)
  const byKind = [...kinds].map(([kind, ones]) => `  ${kind}: ${counted(ones.map(({ fate }) => fate))}\n`)
  const seen = judged.filter(({ fate }) => fate === 'decided otherwise').map(({ by }) => whatOf(by))
  return `By class of value:\n${byKind.sort().join('')}First seen in: ${counted(seen)}\n`
}

/** "support may insert base = ..." is a grant, "export of words: ..." the export: a decision without the names in it. */
function whatOf(by: string): string {
  const [, what = ''] = by.split(' | ')
  if (/^\S+ may /.test(what)) return 'a grant'
  if (/^(seen by|rows|end by|run of|cookies|shown to|kept always)/.test(what)) return what.split(' ', 2).join(' ')
  return what.split(/[ :]/, 1)[0] ?? ''
}

function counted(list: readonly string[]): string {
  return [...Map.groupBy(list, (one) => one)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([one, many]) => `${one} ${many.length}`)
    .join(', ')
}
