/**
 * What the written decisions say is what happens: one change of each kind of rule is compiled into a real database, and a
 * query, a grant, a retention run, an erasure, a cookie, a page or a letter's words answer otherwise; with the value back, as
 * before. A kind of value that is added must come here, or be refused by the start whatever it becomes.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maps } from '../../src/app/maps.ts'
import { PolicyMismatch } from '../../src/privacy/compiler/apply.ts'
import { readCatalogue } from '../../src/privacy/compiler/catalogue.ts'
import { judge } from './decisions.ts'
import { mapMutants } from './map-mutants.ts'
import type { Mutant } from './mutant.ts'
import { policyMutants } from './policy-mutants.ts'
import type { RuntimeCase } from './runtime-case.ts'
import { databaseCases } from './runtime-database-cases.ts'
import { type RuntimeGround, runtimeGround } from './runtime-ground.ts'
import { programCases } from './runtime-program-cases.ts'

const all = [...policyMutants(), ...maps.flatMap(mapMutants)]

let ground: RuntimeGround
beforeAll(async () => {
  ground = await runtimeGround()
})
afterAll(() => ground.close())

function changeOf({ kind, change }: RuntimeCase): Mutant {
  const found = all.find((mutant) => mutant.kind === kind && mutant.name.startsWith(change))
  if (!found) throw new Error(`there is no change ${change}`)
  return found
}

/** Carries a change out, asks, and puts it back whatever happens. */
async function changed<T>(mutant: Mutant, isCompiled: boolean, ask: () => Promise<T>): Promise<T> {
  const undo = mutant.apply()
  try {
    if (isCompiled) expect(await ground.compile()).not.toEqual([])
    await ground.start()
    return await ask()
  } finally {
    undo()
    if (isCompiled) await ground.compile()
    await ground.start()
  }
}

/** The start itself: it stops before anything is changed in the database. */
async function refusing(mutant: Mutant): Promise<void> {
  const undo = mutant.apply()
  try {
    await expect(ground.compile()).rejects.toThrow(PolicyMismatch)
  } finally {
    undo()
  }
}

describe.each([
  ['the database', databaseCases],
  ['the program', programCases],
] as const)('in %s, another value is another answer', (_, cases) => {
  it.each(cases.map((one) => [one.change, one] as const))('%s', async (_change, one) => {
    expect(await one.ask(ground)).toEqual(one.was)
    expect(await changed(changeOf(one), !one.inProgram, () => one.ask(ground))).toEqual(one.becomes)
    expect(await one.ask(ground)).toEqual(one.was)
  })
})

/** What the program is written against, and the compiler of TypeScript holds it to: at run time it decides nothing. */
const ofTheTypes = new Set(['column value', 'column defaulted'])

describe('the kinds of value', () => {
  it('each are here, or stop the start', async () => {
    const catalogue = await readCatalogue(ground.desk.owner)
    const fateOf = judge([], new Map(), catalogue)
    const here = new Set([...databaseCases, ...programCases].map(({ kind }) => kind))
    const left = [...Map.groupBy(all, ({ kind }) => kind)].filter(([kind]) => !here.has(kind) && !ofTheTypes.has(kind))
    const mayStart = left.filter(([, ones]) => ones.some((one) => fateOf(one).fate !== 'the start refuses'))
    expect(mayStart.map(([kind]) => kind)).toEqual([])
    expect(left.length).toBeGreaterThan(5)
    for (const [, ones] of left) {
      await refusing(ones[0] as Mutant)
    }
    expect(await ground.compile()).toEqual([])
  })
})
