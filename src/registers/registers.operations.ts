/** Every operation of the registers. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { leaveBreach, notifyBreach } from './breaches/decide-breach.ts'
import { fetchBreach } from './breaches/fetch-breach.ts'
import { listBreaches, showBreach } from './breaches/list-breaches.ts'
import { changeBreach, noteBreach } from './breaches/note-breach.ts'
import { remindOfBreaches } from './breaches/remind-breaches.ts'
import { tellBreach } from './breaches/tell-breach.ts'
import { liftDueSilences, liftSilence } from './disclosures/lift-silence.ts'
import { listDisclosures, showDisclosure } from './disclosures/list-disclosures.ts'
import { noteDisclosure } from './disclosures/note-disclosure.ts'
import { tellDisclosure } from './disclosures/tell-disclosure.ts'
import { declareMeasures } from './measures/declare-measures.ts'
import { listMeasures, showMeasure } from './measures/list-measures.ts'
import { remindOfMeasures } from './measures/remind-measures.ts'
import { addMeasure, changeMeasure, checkMeasure, endMeasure } from './measures/save-measure.ts'
import { announcePolicy } from './policy/announce-policy.ts'
import { publishFirstPolicy, publishPolicy } from './policy/publish-policy.ts'
import { showPolicyChange } from './policy/show-change.ts'
import { sweepPolicyNotices } from './policy/sweep-notices.ts'
import { tellPolicy } from './policy/tell-policy.ts'
import { fetchProcessing } from './processing/fetch-register.ts'
import { showProcessing } from './processing/show-register.ts'
import { declareRecipients } from './processors/declare-recipients.ts'
import { disableProcessor, enableProcessor } from './processors/enable-processor.ts'
import { addGround, invalidateGround, reinstateGround } from './processors/ground.ts'
import { listRecipients } from './processors/list-recipients.ts'
import { remindOfGrounds } from './processors/remind-grounds.ts'
import { replayGateEnd } from './processors/replay-gate-end.ts'
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
  remindOfGrounds,
  replayGateEnd,
  showProcessing,
  fetchProcessing,
  listDisclosures,
  showDisclosure,
  noteDisclosure,
  tellDisclosure,
  liftSilence,
  liftDueSilences,
  listMeasures,
  showMeasure,
  addMeasure,
  changeMeasure,
  checkMeasure,
  endMeasure,
  declareMeasures,
  remindOfMeasures,
  listBreaches,
  showBreach,
  noteBreach,
  changeBreach,
  notifyBreach,
  leaveBreach,
  tellBreach,
  fetchBreach,
  remindOfBreaches,
] as const
