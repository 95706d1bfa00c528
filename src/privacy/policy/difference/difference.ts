/** Two versions of the policy, held against one another. Pure. */
import { readProse } from '../../prose/read-prose.ts'
import type { PolicyContent } from '../content.ts'
import type { Change } from './change.ts'
import { compareLists } from './compare-lists.ts'
import { comparePeriods } from './compare-periods.ts'
import { compareProse } from './compare-prose.ts'
import { comparePurposes } from './compare-purposes.ts'

/** Every change from one to the other, what is material first. */
export function differenceOf(was: PolicyContent, now: PolicyContent): Change[] {
  const proses = ({ ro, en }: PolicyContent) => ({ ro: readProse('ro', ro), en: readProse('en', en) })
  const all = [
    ...comparePurposes(was.machine, now.machine),
    ...compareLists(was.machine.policy, now.machine.policy),
    ...comparePeriods(was.machine.policy, now.machine.policy),
    ...compareProse(proses(was), proses(now)),
  ]
  const rank = ({ weight }: Change) => (weight === 'material' ? 0 : 1)
  return all.sort((a, b) => rank(a) - rank(b))
}

export function weightOf(changes: readonly Change[]): Change['weight'] {
  return changes.some((change) => change.weight === 'material') ? 'material' : 'minor'
}
