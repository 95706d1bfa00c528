import { accountKey, dataMap, key, link, oneOf, text, timestamp } from '../privacy/map/columns.ts'

/**
 * Approvals of exact texts. They are about the person who gives them: whose consent ends, by whatever way, is no longer in
 * the view of the purpose, and with the approval the text is gone from the pages.
 */
export const caseStudyApprovalData = dataMap(
  'case_study_approval',
  {
    label: { ro: 'Aprobări ale studiilor de caz', en: 'Approvals of case studies' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: { case_studies: 'read', self: 'read', rights: 'write' },
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    study_id: link('case_study'),
    person_id: link('person'),
    text_hash: text({ label: { ro: 'Amprenta textului (SHA-256)', en: 'Fingerprint of the text (SHA-256)' } }),
    decision: oneOf(['approved', 'refused'], { label: { ro: 'Hotărârea', en: 'Decision' } }),
    decided_at: timestamp({ label: { ro: 'La', en: 'At' } }),
    withdrawn_at: timestamp({ optional: true, label: { ro: 'Retrasă la', en: 'Withdrawn at' } }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    case_study_approval: typeof caseStudyApprovalData
  }
}
