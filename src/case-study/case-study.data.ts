import { accountKey, dataMap, key, text, timestamp, uuid } from '../privacy/map/columns.ts'

const uses = { case_studies: 'write', self: 'read', rights: 'write' } as const
const fromStaff = { ro: 'scris de echipă', en: 'written by the staff' } as const
const words = (ro: string, en: string) =>
  ({ label: { ro, en }, category: 'communication', uses, source: fromStaff }) as const

/** Texts about the work for a client. */
export const caseStudyData = dataMap(
  'case_study',
  {
    label: { ro: 'Studii de caz', en: 'Case studies' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses,
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    title_ro: text(words('Titlul, în română', 'Title, in Romanian')),
    title_en: text(words('Titlul, în engleză', 'Title, in English')),
    body_ro: text(words('Textul, în română', 'Text, in Romanian')),
    body_en: text(words('Textul, în engleză', 'Text, in English')),
    text_hash: text({ label: { ro: 'Amprenta textului (SHA-256)', en: 'Fingerprint of the text (SHA-256)' } }),
    written_at: timestamp({ label: { ro: 'Scris la', en: 'Written at' } }),
    written_by: uuid(),
    dropped_at: timestamp({ optional: true }),
    dropped_by: uuid({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    case_study: typeof caseStudyData
  }
}
