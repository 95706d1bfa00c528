/** Every operation of the registers. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { announcePolicy } from './policy/announce-policy.ts'
import { publishFirstPolicy, publishPolicy } from './policy/publish-policy.ts'
import { showPolicyChange } from './policy/show-change.ts'
import { sweepPolicyNotices } from './policy/sweep-notices.ts'
import { tellPolicy } from './policy/tell-policy.ts'
import { declareRecipients } from './processors/declare-recipients.ts'
import { disableProcessor, enableProcessor } from './processors/enable-processor.ts'
import { addGround, invalidateGround, reinstateGround } from './processors/ground.ts'
import { listRecipients } from './processors/list-recipients.ts'
import { addProcessor, changeProcessor } from './processors/save-processor.ts'
import { showGround } from './processors/show-ground.ts'
import { showProcessor } from './processors/show-processor.ts'

export const registersOperations: readonly AnyOperation[] = [
  showPolicyChange,
  publishPolicy,
  publishFirstPolicy,
  announcePolicy,
  tellPolicy,
  sweepPolicyNotices,
  listRecipients,
  showProcessor,
  addProcessor,
  changeProcessor,
  enableProcessor,
  disableProcessor,
  declareRecipients,
  showGround,
  addGround,
  invalidateGround,
  reinstateGround,
] as const
