/** Every data map of the product. One line each. */
import { accessMaps } from '../access/access.maps.ts'
import { backupsMaps } from '../backups/backups.maps.ts'
import { caseStudyMaps } from '../case-study/case-study.maps.ts'
import { chatMaps } from '../chat/chat.maps.ts'
import { childReportData } from '../children/child-report.data.ts'
import { deskMaps } from '../desk/desk.maps.ts'
import { enrichmentMaps } from '../enrichment/enrichment.maps.ts'
import { fraudSignalData } from '../fraud/fraud-signal.data.ts'
import { identityMaps } from '../identity/identity.maps.ts'
import { letterData } from '../letters/letter.data.ts'
import { letterOpeningData } from '../letters/opening/letter-opening.data.ts'
import { staffLetterData } from '../letters/staff-letter.data.ts'
import { ordersMaps } from '../orders/orders.maps.ts'
import { auditAnchorData, auditEntryData, auditHeadData, auditInboxData } from '../privacy/audit/audit.data.ts'
import { erasureEntryData } from '../privacy/erasure/erasure-entry.data.ts'
import { erasureNoticeData } from '../privacy/erasure/erasure-notice.data.ts'
import { accountKeyData } from '../privacy/keys/account-key.data.ts'
import { ledgerEntryData, ledgerHeadData } from '../privacy/ledger/ledger-entry.data.ts'
import { consentEntryData } from '../privacy/limits/consent-entry.data.ts'
import { limitEntryData } from '../privacy/limits/limit-entry.data.ts'
import { visitorChoiceData } from '../privacy/limits/visitor-choice.data.ts'
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { noticeServedData } from '../privacy/notice/notice-served.data.ts'
import { noticeTextData } from '../privacy/notice/notice-text.data.ts'
import { staffNoticeData } from '../privacy/notice/staff-notice.data.ts'
import { visitorNoticeData } from '../privacy/notice/visitor-notice.data.ts'
import { policyNoticeData } from '../privacy/policy/version/policy-notice.data.ts'
import { policyVersionData } from '../privacy/policy/version/policy-version.data.ts'
import { promiseCheckData } from '../privacy/promises/promise-check.data.ts'
import { legalHoldData } from '../privacy/retention/legal-hold.data.ts'
import { retentionRunData } from '../privacy/retention/retention-run.data.ts'
import { registersMaps } from '../registers/registers.maps.ts'
import { rightsMaps } from '../rights/rights.maps.ts'
import { visitCountData } from '../site/visits/visit-count.data.ts'
import { visitPageData } from '../site/visits/visit-page.data.ts'
import { successionMaps } from '../succession/succession.maps.ts'
import { termsMaps } from '../terms/terms.maps.ts'

export const maps: readonly AnyDataMap[] = [
  auditInboxData,
  auditEntryData,
  auditHeadData,
  auditAnchorData,
  accountKeyData,
  limitEntryData,
  consentEntryData,
  visitorChoiceData,
  noticeTextData,
  noticeServedData,
  visitorNoticeData,
  staffNoticeData,
  ledgerEntryData,
  ledgerHeadData,
  erasureEntryData,
  erasureNoticeData,
  legalHoldData,
  retentionRunData,
  ...rightsMaps,
  ...registersMaps,
  ...identityMaps,
  letterData,
  letterOpeningData,
  staffLetterData,
  ...ordersMaps,
  ...deskMaps,
  ...chatMaps,
  visitCountData,
  visitPageData,
  ...backupsMaps,
  promiseCheckData,
  policyVersionData,
  policyNoticeData,
  ...accessMaps,
  childReportData,
  ...successionMaps,
  fraudSignalData,
  ...caseStudyMaps,
  ...enrichmentMaps,
  ...termsMaps,
]
