import { paymentDetailsIn } from '../../privacy/payment-details/payment-details.ts'
import { type DepositKind, depositKinds, type Secret, type SecretField } from './deposit-kinds.ts'
import { LARGEST_SEALED } from './hpke.ts'

/** What is wrong with a secret before it is sealed: only here can it still be looked at (P3). */
export type SecretFault = 'missing' | 'payment_details' | 'too_long'

/** Looks at a secret in the browser, as nobody can later. Answers the faults by field; empty when it may be sealed. */
export function secretFaults(kind: DepositKind, secret: Secret): Partial<Record<SecretField, SecretFault>> {
  const [first] = depositKinds[kind].secrets
  const values = Object.entries(secret) as [SecretField, string][]
  // A passphrase alone opens nothing: it belongs to a key.
  if (!values.some(([field, value]) => field !== 'passphrase' && value !== '')) return { [first]: 'missing' }
  const faults: Partial<Record<SecretField, SecretFault>> = {}
  for (const [field, value] of values) if (paymentDetailsIn(value).length > 0) faults[field] = 'payment_details'
  const size = new TextEncoder().encode(JSON.stringify(secret)).length
  if (size > LARGEST_SEALED - 512) faults[first] ??= 'too_long'
  return faults
}
