import { policy } from '../../policy/policy.ts'
import type { Authority } from '../privacy/policy/shape.ts'

export type { Authority }

/** The supervisory authority of the provider's country; Romania's where the policy names none. */
export function authorityOf(country: string | undefined): Authority {
  const authorities: Readonly<Record<string, Authority>> = policy.authorities
  return authorities[country ?? 'RO'] ?? policy.authorities.RO
}
