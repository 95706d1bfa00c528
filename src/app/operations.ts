/** Every operation of the product. One line each. */

import { accessOperations } from '../access/access.operations.ts'
import { backupsOperations } from '../backups/backups.operations.ts'
import { caseStudyOperations } from '../case-study/case-study.operations.ts'
import { chatOperations } from '../chat/chat.operations.ts'
import { childrenOperations } from '../children/children.operations.ts'
import { deskOperations } from '../desk/desk.operations.ts'
import { enrichmentOperations } from '../enrichment/enrichment.operations.ts'
import { fraudOperations } from '../fraud/fraud.operations.ts'
import { identityOperations } from '../identity/identity.operations.ts'
import { listLetters } from '../letters/list-letters.ts'
import { noteOpening } from '../letters/opening/note-opening.ts'
import { releaseLetters } from '../letters/release-letters.ts'
import { sendLetter } from '../letters/send-letter.ts'
import { showLetter } from '../letters/show-letter.ts'
import { showMailGate } from '../letters/show-mail-gate.ts'
import { ordersOperations } from '../orders/orders.operations.ts'
import { expireConsents } from '../privacy/limits/expire-consents.ts'
import { replayLimit } from '../privacy/limits/replay-limit.ts'
import { showNoticeText } from '../privacy/notice/show-notice-text.ts'
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { promisesOperations } from '../privacy/promises/promises.operations.ts'
import { retentionOperations } from '../privacy/retention/retention.operations.ts'
import { registersOperations } from '../registers/registers.operations.ts'
import { rightsOperations } from '../rights/rights.operations.ts'
import { siteOperations } from '../site/site.operations.ts'
import { successionOperations } from '../succession/succession.operations.ts'
import { termsOperations } from '../terms/terms.operations.ts'

export const operations: readonly AnyOperation[] = [
  ...identityOperations,
  listLetters,
  sendLetter,
  noteOpening,
  showLetter,
  showMailGate,
  releaseLetters,
  ...ordersOperations,
  ...accessOperations,
  ...promisesOperations,
  ...backupsOperations,
  expireConsents,
  replayLimit,
  showNoticeText,
  ...retentionOperations,
  ...siteOperations,
  ...deskOperations,
  ...chatOperations,
  ...rightsOperations,
  ...registersOperations,
  ...childrenOperations,
  ...successionOperations,
  ...fraudOperations,
  ...caseStudyOperations,
  ...enrichmentOperations,
  ...termsOperations,
] as const
