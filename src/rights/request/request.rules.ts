/** What a request about data is and what may be done with it. Pure. */
import { type PurposeName, policy } from '../../../policy/policy.ts'

export const requestKinds = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'recipients',
  'portability',
  'objection',
  'automated',
  'withdrawal',
] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestRoutes = ['web', 'mail', 'phone', 'letter'] as const
export type RequestRoute = (typeof requestRoutes)[number]

export const identityWays = ['asked', 'session', 'code', 'known_contact'] as const
export const outcomes = ['done', 'partly', 'refused', 'passed_on'] as const
export type Outcome = (typeof outcomes)[number]

/** Articles of the GDPR, by kind. */
export const articleOf: Readonly<Record<RequestKind, string>> = {
  access: '15',
  rectification: '16',
  erasure: '17',
  restriction: '18',
  recipients: '19',
  portability: '20',
  objection: '21',
  automated: '22',
  withdrawal: '7(3)',
}

const purposeNames = Object.keys(policy.purposes) as PurposeName[]

/** Purposes that a person may object to (Art. 21). */
export const objectable = purposeNames.filter((name) => policy.purposes[name].objection !== 'none')
/** Purposes that rest on consent, which may be withdrawn (Art. 7(3)). */
export const withdrawable = purposeNames.filter((name) => policy.purposes[name].basis.kind === 'consent')

/** What is wrong with the purpose of a request; null when it fits the kind. */
export function purposeFault(kind: RequestKind, purpose: PurposeName | undefined): 'missing' | 'unfit' | null {
  if (kind !== 'objection' && kind !== 'withdrawal') return purpose === undefined ? null : 'unfit'
  if (purpose === undefined) return 'missing'
  const { objection, basis } = policy.purposes[purpose]
  return (kind === 'objection' ? objection !== 'none' : basis.kind === 'consent') ? null : 'unfit'
}

interface Asked {
  readonly kind: RequestKind
  readonly purpose: PurposeName | null
  readonly words: string
}

/**
 * Whether a request can be answered by the program at once: only where it gives all that is asked. Words of the person's
 * own are read by somebody. What corrects or erases by request, and an objection to security, is weighed by a person.
 */
export function isAnsweredAtOnce({ kind, purpose, words }: Asked): boolean {
  if (words !== '') return false
  if (kind === 'rectification' || kind === 'erasure') return false
  return kind !== 'objection' || purpose !== 'security'
}

/** What takes effect when the request is made and it is known who asks, whether or not somebody weighs it afterwards. */
export function limitOf({ kind, purpose }: Pick<Asked, 'kind' | 'purpose'>) {
  if (kind === 'restriction') return { kind: 'restricted' } as const
  if (kind === 'objection' && purpose) return { kind: 'objected', purpose } as const
  if (kind === 'withdrawal' && purpose) return { kind: 'consent_missing', purpose } as const
  return null
}
