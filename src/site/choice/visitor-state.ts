/** What a request of the public pages says about its visitor's choice. Nothing is read but the request itself. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { readCookie } from '../../platform/http/read-cookie.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import { askedPurposes } from './asked.ts'
import { type Chosen, choiceCookie, readChosen } from './choice-cookie.ts'

export type Signal = 'gpc' | 'dnt'

/**
 * open: nobody has answered, so they are asked. chosen: an answer stands. signal: the browser refuses by itself and that
 * is not on record yet; `before` is a consent given before the browser did.
 */
export type VisitorState =
  | { readonly kind: 'open' }
  | { readonly kind: 'chosen'; readonly chosen: Chosen; readonly signal: Signal | null }
  | { readonly kind: 'signal'; readonly signal: Signal; readonly before: Chosen | null }

export function visitorState(headers: Headers, now: Date, shape: PolicyShape = policy): VisitorState {
  const signal = signalOf(headers)
  const chosen = readChosen(readCookie(headers.get('cookie'), choiceCookie), now, shape)
  if (askedPurposes(shape).length === 0) return { kind: 'chosen', chosen: chosen ?? nothing(now), signal }
  // A consent from before the browser began to refuse is taken back by it; one given in spite of it stands.
  const stands = chosen !== null && (signal === null || chosen.despiteSignal || chosen.given.length === 0)
  if (stands) return { kind: 'chosen', chosen, signal }
  return signal === null ? { kind: 'open' } : { kind: 'signal', signal, before: chosen }
}

/** What the visitor agreed to, as things stand. */
export function givenBy(state: VisitorState): readonly PurposeName[] {
  return state.kind === 'chosen' ? state.chosen.given : []
}

/** Global Privacy Control, or the older header that asked the same. */
export function signalOf(headers: Headers): Signal | null {
  if (headers.get('sec-gpc')?.trim() === '1') return 'gpc'
  return headers.get('dnt')?.trim() === '1' ? 'dnt' : null
}

function nothing(on: Date): Chosen {
  return { on, given: [], visitorId: null, despiteSignal: false }
}
