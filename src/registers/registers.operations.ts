/** Every operation of the registers. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { announcePolicy } from './policy/announce-policy.ts'
import { publishFirstPolicy, publishPolicy } from './policy/publish-policy.ts'
import { showPolicyChange } from './policy/show-change.ts'
import { sweepPolicyNotices } from './policy/sweep-notices.ts'
import { tellPolicy } from './policy/tell-policy.ts'

export const registersOperations: readonly AnyOperation[] = [
  showPolicyChange,
  publishPolicy,
  publishFirstPolicy,
  announcePolicy,
  tellPolicy,
  sweepPolicyNotices,
] as const
