/** Every operation of the privacy centre. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { fetchAnswer, fetchAnswerByPass, fetchAnswerForStaff } from './answer/fetch-answer.ts'
import { takeCopy, takeCopyByPass } from './answer/take-copy.ts'
import { listChoices } from './choice/list-choices.ts'
import { setChoice } from './choice/set-choice.ts'
import { correctCompany, correctOwn } from './correction/correct.ts'
import { showParticulars } from './correction/show-particulars.ts'
import { correctFor } from './desk/correct-for.ts'
import { countOverdue } from './desk/count-overdue.ts'
import { decideRequest } from './desk/decide-request.ts'
import { eraseFor, erasurePlan } from './desk/erase-for.ts'
import { extendRequest } from './desk/extend-request.ts'
import { askIdentity, vouchIdentity } from './desk/identity-of-asker.ts'
import { announceLifting, endRestriction, endRestrictionByPass, liftRestriction } from './desk/lift-restriction.ts'
import { listQueue } from './desk/list-queue.ts'
import { findAsker, noteRequest } from './desk/note-request.ts'
import { remindOfRequests } from './desk/remind.ts'
import { settleRecipient } from './desk/settle-recipient.ts'
import { showAskedParticulars } from './desk/show-asked-particulars.ts'
import { showCase } from './desk/show-case.ts'
import { dropNotices } from './ending/drop-notices.ts'
import { endAccount } from './ending/end-account.ts'
import { endPerson } from './ending/end-person.ts'
import { accountEndPlan, personEndPlan } from './ending/end-plan.ts'
import { endProspect, sweepProspects } from './ending/end-prospects.ts'
import { finishErasure } from './ending/finish-erasure.ts'
import { listErasures } from './ending/list-erasures.ts'
import { replayErasure } from './ending/replay-erasure.ts'
import { replayTold } from './ending/replay-told.ts'
import { scrubStorage } from './ending/scrub-storage.ts'
import { sendReceipt } from './ending/send-receipt.ts'
import { showReceipt } from './ending/show-receipt.ts'
import { downloadHeld } from './held/download.ts'
import { heldOverview } from './held/held-overview.ts'
import { heldSummary } from './held/held-summary.ts'
import { heldTable } from './held/held-table.ts'
import { listLooked } from './looked/list-looked.ts'
import { askRequest, receiveRequest } from './request/ask-request.ts'
import { confirmRequest } from './request/confirm-request.ts'
import { enterRequest, followRequest, sendRequestCode } from './request/link-request.ts'
import { listRequests } from './request/list-requests.ts'
import { listWaiting } from './request/list-waiting.ts'
import { makeRequest } from './request/make-request.ts'
import { replayRestriction } from './request/replay-restriction.ts'
import { requestOptions } from './request/request-options.ts'
import { openRequestByPass, showRequest } from './request/show-request.ts'

export const rightsOperations: readonly AnyOperation[] = [
  heldOverview,
  heldSummary,
  heldTable,
  downloadHeld,
  listLooked,
  showParticulars,
  correctOwn,
  correctCompany,
  listChoices,
  setChoice,
  requestOptions,
  listRequests,
  listWaiting,
  makeRequest,
  confirmRequest,
  showRequest,
  askRequest,
  receiveRequest,
  followRequest,
  sendRequestCode,
  enterRequest,
  openRequestByPass,
  fetchAnswer,
  fetchAnswerByPass,
  fetchAnswerForStaff,
  takeCopy,
  takeCopyByPass,
  listQueue,
  countOverdue,
  showCase,
  showAskedParticulars,
  findAsker,
  noteRequest,
  askIdentity,
  vouchIdentity,
  extendRequest,
  decideRequest,
  correctFor,
  erasurePlan,
  eraseFor,
  settleRecipient,
  announceLifting,
  liftRestriction,
  endRestriction,
  endRestrictionByPass,
  remindOfRequests,
  listErasures,
  accountEndPlan,
  endAccount,
  personEndPlan,
  endPerson,
  sweepProspects,
  endProspect,
  showReceipt,
  finishErasure,
  replayErasure,
  replayTold,
  replayRestriction,
  sendReceipt,
  dropNotices,
  scrubStorage,
] as const
