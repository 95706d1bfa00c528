import { accountKey, dataMap, key, link, oneOf, text, timestamp, uuid } from '../map/columns.ts'

/** What a person agreed to or took back, with the exact text that they saw. Added to by base.record_consent and base.record_answer alone. */
export const consentEntryData = dataMap(
  'consent_entry',
  {
    label: { ro: 'Consimțăminte', en: 'Consents' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'erased_at', of: 'person', by: 'person_id' },
    uses: { self: 'read', rights: 'read', legal: 'read' },
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    purpose: text({ label: { ro: 'Scopul', en: 'Purpose' } }),
    decision: oneOf(['given', 'refused', 'withdrawn'], { label: { ro: 'Alegerea', en: 'Choice' } }),
    method: oneOf(['accept', 'reject', 'save', 'gpc', 'dnt', 'withdraw'], { label: { ro: 'Cum', en: 'How' } }),
    text_hash: text({ label: { ro: 'Amprenta textului (SHA-256)', en: 'Fingerprint of the text (SHA-256)' } }),
    text_version: text({ label: { ro: 'Versiunea textului', en: 'Version of the text' } }),
    text_language: oneOf(['ro', 'en'], { label: { ro: 'Limba textului', en: 'Language of the text' } }),
    scope: uuid({ optional: true }),
    question_hash: text({
      optional: true,
      label: { ro: 'Amprenta întrebării (SHA-256)', en: 'Fingerprint of the question (SHA-256)' },
    }),
    surface: text({ label: { ro: 'Unde', en: 'Where' } }),
    path: text({ optional: true, label: { ro: 'Pagina', en: 'Page' } }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    consent_entry: typeof consentEntryData
  }
}
