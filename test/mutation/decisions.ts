/** All that the running system decides, question by question, and what becomes of it when one value is another. */

import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import type { Catalogue } from '../../src/privacy/compiler/catalogue.ts'
import { checkCatalogue, checkMaps } from '../../src/privacy/compiler/check.ts'
import { type AnyDataMap, dataMap } from '../../src/privacy/map/data-map.ts'
import type { PolicyContent } from '../../src/privacy/policy/content.ts'
import type { Proses } from '../../src/privacy/prose/load-prose.ts'
import type { Mutant } from './mutant.ts'
import { policyQuestions } from './policy-questions.ts'
import { answersTo, type Decisions, type Question } from './question.ts'
import { tableQuestions } from './table-questions.ts'
import { unlikeWritten } from './written.ts'

export function allQuestions(proses: Proses, published: PolicyContent): Question[] {
  return [...policyQuestions(proses, published), ...maps.flatMap(tableQuestions)]
}

/** @throws Error when two questions answer the same */
export function decisions(questions: readonly Question[]): Decisions {
  const found: Decisions = new Map()
  for (const question of questions) {
    for (const [key, value] of answersTo(question)) {
      if (found.has(key)) throw new Error(`decided twice: ${key}`)
      found.set(key, value)
    }
  }
  return found
}

/** What would keep the program from starting: a map that does not load, findings of the compiler, the database. */
export function refusals(catalogue: Catalogue): string[] {
  return [...checkMaps(policy, maps), ...checkCatalogue(maps, catalogue)]
}

export type Fate = 'the start refuses' | 'cannot be compiled' | 'decided otherwise' | 'survives'

export interface Judged {
  readonly fate: Fate
  /** By what it was seen: a finding, a decision. */
  readonly by: string
}

/**
 * Judges mutants against what was written down. One that changes a table asks about that table first and stops at the
 * first answer that is another; only what no question about it sees is asked about everything. So none is passed over,
 * and most cost a few answers.
 */
export function judge(questions: readonly Question[], written: Decisions, catalogue: Catalogue) {
  const byTable = Map.groupBy(questions, ({ about }) => about)
  const expected = new Map(questions.map((question) => [question, ofQuestion(question, written)]))
  const tables = new Map(maps.map(({ table }) => [table, partOf(catalogue, table)]))

  function refusal({ table }: Mutant): string | undefined {
    if (table === null) return checkMaps(policy, maps)[0]
    const map = maps.find((one) => one.table === table) as AnyDataMap
    try {
      dataMap(map.table, map.rule, map.columns)
    } catch (error) {
      return (error as Error).message
    }
    return checkCatalogue([map], tables.get(table) as Catalogue)[0] ?? checkMaps(policy, maps)[0]
  }

  function* inOrder({ table }: Mutant): Iterable<Question> {
    const first = table ?? 'policy'
    yield* byTable.get(first) ?? []
    for (const [about, own] of byTable) if (about !== first) yield* own
  }

  return (mutant: Mutant): Judged => {
    const undo = mutant.apply()
    try {
      const refused = refusal(mutant)
      if (refused !== undefined) return { fate: 'the start refuses', by: refused }
      for (const question of inOrder(mutant)) {
        const [by] = unlikeWritten(expected.get(question) ?? new Map(), answersTo(question), 1)
        if (by !== undefined) return { fate: 'decided otherwise', by }
      }
      return { fate: 'survives', by: '' }
    } catch (error) {
      return { fate: 'cannot be compiled', by: (error as Error).message }
    } finally {
      undo()
    }
  }
}

/** Of what was written down, the lines that this question answers while nothing is changed. */
function ofQuestion(question: Question, written: Decisions): Decisions {
  return new Map(
    [...answersTo(question).keys()].flatMap((key) => (written.has(key) ? [[key, written.get(key) as string]] : [])),
  )
}

function partOf({ columns, keys }: Catalogue, table: string): Catalogue {
  return { columns: columns.filter((one) => one.table === table), keys, strays: [] }
}
