/** The purposes over which a person decides by a switch here. Pure. */
import { type PurposeName, policy } from '../../../policy/policy.ts'

/**
 * Others are decided elsewhere: visits on the cookie page, case studies and a transfer of the business each time anew, on
 * the exact text; an objection to security is weighed by a person.
 */
export const offered = ['updates', 'openings', 'improvement', 'enrichment'] as const satisfies readonly PurposeName[]
export type Offered = (typeof offered)[number]

export function restsOnConsent(purpose: PurposeName): boolean {
  return policy.purposes[purpose].basis.kind === 'consent'
}
