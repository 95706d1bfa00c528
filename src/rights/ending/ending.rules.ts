/** What an erasure does to each kind of thing, in words that a plan and a receipt share. Pure. */
import { z } from 'zod'
import { type HoldName, policy } from '../../../policy/policy.ts'
import { type Fate, fateOf } from '../../privacy/compiler/erase.ts'
import type { Counts } from '../../privacy/erasure/erase.ts'
import { holdEndsBy } from '../../privacy/erasure/hold-end.ts'
import type { AnyDataMap } from '../../privacy/map/data-map.ts'
import { words } from '../words.ts'

export type EndScope = 'account' | 'person'

export const erasedView = z.object({ label: words, count: z.number(), how: z.enum(['delete', 'anonymise']) })
export const keptView = z.object({
  label: words,
  count: z.number(),
  article: z.string(),
  because: words,
  /** The latest day; null where it ends with the account or its own period. */
  until: z.date().nullable(),
  untilWords: words.nullable(),
})

export const outcomeView = z.object({ erased: z.array(erasedView), kept: z.array(keptView) })
type Outcome = z.input<typeof outcomeView>

/** Rows by table, sorted into what ends and what stays, the largest first. Tables that no map knows any more are left out. */
export function outcomeOf(maps: readonly AnyDataMap[], scope: EndScope, rows: Counts, now: Date): Outcome {
  const known = maps
    .map((map) => ({ map, count: rows[map.table] ?? 0, fate: fateOf(map, scope) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  return {
    erased: known.flatMap(({ map, count, fate }) => (ends(fate) ? [{ label: map.rule.label, count, how: fate }] : [])),
    kept: known.flatMap(({ map, count, fate }) => (ends(fate) ? [] : [keptOf(map, count, now)])),
  }
}

function ends(fate: Fate): fate is 'delete' | 'anonymise' {
  return fate === 'delete' || fate === 'anonymise'
}

function keptOf(map: AnyDataMap, count: number, now: Date): z.input<typeof keptView> {
  const { label, end, retention } = map.rule
  if (typeof end !== 'object') {
    const { words: because, from } = policy.retention[retention]
    return { label, count, article: 'Art. 17(1)(a)', because, until: null, untilWords: from }
  }
  const hold = policy.holds[end.keep]
  return {
    label,
    count,
    article: hold.article,
    because: hold.words,
    until: holdEndsBy(end.keep, now),
    untilWords: null,
  }
}

/** The access log and the erasure's own entry: kept in every case, for as long as the policy says. */
export function alwaysKept(now: Date): z.input<typeof keptView>[] {
  const names: readonly HoldName[] = ['accountability', 'request_proof']
  return names.map((name) => ({
    label:
      name === 'accountability'
        ? { ro: 'Jurnalul de acces', en: 'Access log' }
        : { ro: 'Dovada ștergerii', en: 'Proof of the erasure' },
    count: 0,
    article: policy.holds[name].article,
    because: policy.holds[name].words,
    until: holdEndsBy(name, now),
    untilWords: null,
  }))
}
