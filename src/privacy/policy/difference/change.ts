/** One thing that is not as it was in the version before, in words. */
import { z } from 'zod'
import type { Words } from '../shape.ts'

export const changeParts = [
  'purpose',
  'category',
  'recipient',
  'period',
  'hold',
  'cookie',
  'age',
  'consent',
  'authority',
  'clause',
] as const

export const changeView = z.object({
  part: z.enum(changeParts),
  act: z.enum(['added', 'removed', 'changed']),
  /** The key in policy.ts, or the promise of a clause: 'updates', 'P13'. */
  name: z.string(),
  /** material: people are told. By the rules of this folder alone, never by anybody's choice. */
  weight: z.enum(['material', 'minor']),
  says: z.object({ ro: z.string(), en: z.string() }),
})
export type Change = z.output<typeof changeView>
type Weight = Change['weight']

/** Makes the changes of one part of the policy. */
export function changesOf(part: Change['part']) {
  const one = (act: Change['act']) => (name: string, weight: Weight, says: Words) => ({ part, act, name, weight, says })
  return { added: one('added'), removed: one('removed'), changed: one('changed') }
}

type Entries<T> = Readonly<Record<string, T>>

/** Walks two lists by key: what is only in the new, only in the old, and in both. */
export function compareKeyed<T>(
  before: Entries<T>,
  after: Entries<T>,
  say: {
    added(name: string, now: T): Change
    removed(name: string, was: T): Change
    changed(name: string, was: T, now: T): readonly Change[]
  },
): Change[] {
  return [
    ...Object.entries(after).flatMap(([name, now]) => {
      const was = before[name]
      return was === undefined ? [say.added(name, now)] : say.changed(name, was, now)
    }),
    ...Object.entries(before).flatMap(([name, was]) => (after[name] === undefined ? [say.removed(name, was)] : [])),
  ]
}

/** The same words in both languages. */
export function sameWords(was: Words, now: Words): boolean {
  return was.ro === now.ro && was.en === now.en
}
