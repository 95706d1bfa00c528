/** Every operation of access. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { expireDeposits } from './deposit/expire-deposits.ts'
import { giveDeposit } from './deposit/give-deposit.ts'
import { prepareDeposit } from './deposit/prepare-deposit.ts'
import { withdrawDeposit } from './deposit/withdraw-deposit.ts'
import { tellAnswered } from './emails/tell-answered.ts'
import { tellAsked } from './emails/tell-asked.ts'
import { tellLeaseAsked } from './emails/tell-lease-asked.ts'
import { tellLeaseDecided } from './emails/tell-lease-decided.ts'
import { tellReveal } from './emails/tell-reveal.ts'
import { approveLease } from './lease/approve-lease.ts'
import { askForLease } from './lease/ask-for-lease.ts'
import { denyLease } from './lease/deny-lease.ts'
import { endLease } from './lease/end-lease.ts'
import { listLeases } from './lease/list-leases.ts'
import { listUses } from './lease/list-uses.ts'
import { listWork } from './lease/list-work.ts'
import { revealSecret } from './lease/reveal-secret.ts'
import { setAccessRule } from './lease/set-rule.ts'
import { showLease } from './lease/show-lease.ts'
import { showAccessRule } from './lease/show-rule.ts'
import { replayAccessEnd } from './replay-access-end.ts'
import { askForAccess } from './request/ask-for-access.ts'
import { endAccessForOrder } from './request/end-for-order.ts'
import { accessNotices } from './request/form-notices.ts'
import { listSecretRequests } from './request/list-requests.ts'
import { offerAccess } from './request/offer-access.ts'
import { refuseItem } from './request/refuse-item.ts'
import { showSecretRequest } from './request/show-request.ts'
import { withdrawSecretRequest } from './request/withdraw-request.ts'
import { addTarget } from './target/add-target.ts'
import { listTargets } from './target/list-targets.ts'

export const accessOperations: readonly AnyOperation[] = [
  endAccessForOrder,
  askForAccess,
  offerAccess,
  listSecretRequests,
  showSecretRequest,
  withdrawSecretRequest,
  refuseItem,
  prepareDeposit,
  giveDeposit,
  withdrawDeposit,
  expireDeposits,
  addTarget,
  listTargets,
  askForLease,
  approveLease,
  denyLease,
  endLease,
  listLeases,
  showLease,
  revealSecret,
  listUses,
  listWork,
  accessNotices,
  showAccessRule,
  setAccessRule,
  tellAsked,
  tellAnswered,
  tellLeaseAsked,
  tellLeaseDecided,
  tellReveal,
  replayAccessEnd,
] as const
