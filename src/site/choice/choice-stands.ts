import { policy } from '../../../policy/policy.ts'
import { after } from '../../privacy/policy/shift.ts'
import { givenBy, type VisitorState } from './visitor-state.ts'

/** How a visitor's choice stands, for a page to say. */
export function choiceStands(state: VisitorState) {
  const given = givenBy(state)
  const chosen = state.kind === 'chosen' ? state.chosen : null
  const { lasts, askAgainAfter } = policy.consent
  return {
    kind: given.length > 0 ? ('given' as const) : state.kind === 'open' ? ('open' as const) : ('refused' as const),
    given,
    on: chosen?.on ?? null,
    /** When a consent ends, or when the question may come again. */
    until: chosen ? after(chosen.on, given.length > 0 ? lasts : askAgainAfter) : null,
    /** The browser asks not to be followed. */
    isSignalled: state.kind !== 'open' && state.signal !== null,
    visitorId: chosen?.visitorId ?? null,
  }
}

export type ChoiceStands = ReturnType<typeof choiceStands>
