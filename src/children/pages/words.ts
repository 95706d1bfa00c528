import { m } from '../../platform/language/words.ts'
import type { Outcome } from '../child-report.rules.ts'

export const kindWords = { under_age: m.children_kind_short_under_age, without_parent: m.children_kind_short_parent }

export const outcomeWords: Readonly<Record<Outcome, () => string>> = {
  removed: m.children_outcome_removed,
  nothing_found: m.children_outcome_nothing_found,
  no_child: m.children_outcome_no_child,
  parent_agrees: m.children_outcome_parent_agrees,
  passed_on: m.children_outcome_passed_on,
}

export const knownWords = {
  said_so: m.children_known_said_so,
  parent: m.children_known_parent,
  other: m.children_known_other,
} as const
