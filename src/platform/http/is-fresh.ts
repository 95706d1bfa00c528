import type { Actor } from '../../privacy/operation/actor.ts'

/** A little under the ten minutes that operations take, so that reading the page does not use it up. */
const freshEnough = 8 * 60_000

/** Whether somebody proved who they are a moment ago. The operation asks again in any case. */
export function isFresh(actor: Actor): boolean {
  return 'freshAt' in actor && actor.freshAt !== null && Date.now() - actor.freshAt.getTime() < freshEnough
}
