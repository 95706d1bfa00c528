/**
 * What each promise needs to be called kept. A need without a registered check counts as not shown: the list says what
 * is owed, whether or not anything proves it yet.
 */
import type { PromiseNeeds } from './need.ts'
import { accessNeeds } from './needs/access.ts'
import { collectingNeeds } from './needs/collecting.ts'
import { keepingNeeds } from './needs/keeping.ts'
import { restNeeds } from './needs/rest.ts'
import { rightsNeeds } from './needs/rights.ts'
import { usingNeeds } from './needs/using.ts'
import type { PromiseId } from './promise.ts'

export const promiseNeeds = {
  ...collectingNeeds,
  ...accessNeeds,
  ...usingNeeds,
  ...keepingNeeds,
  ...rightsNeeds,
  ...restNeeds,
} as const

export type PromiseWithNeeds = keyof typeof promiseNeeds
export type NeedOf<P extends PromiseWithNeeds> = keyof (typeof promiseNeeds)[P]['needs'] & string

/** @throws RangeError for an id that is no promise */
export function needsOf(promise: PromiseId): PromiseNeeds {
  const needs = (promiseNeeds as Readonly<Record<string, PromiseNeeds>>)[promise]
  if (!needs) throw new RangeError(`${promise} is no promise`)
  return needs
}
