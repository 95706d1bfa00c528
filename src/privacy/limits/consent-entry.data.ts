import { accountKey, bytes, dataMap, key, link, oneOf, text, timestamp } from '../map/columns.ts'

/** What a person agreed to or took back, with the exact text that they saw. Only added to. */
export const consentEntryData = dataMap(
  'consent_entry',
  {
    label: { ro: 'Consimțăminte', en: 'Consents' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'erased_at', of: 'person', by: 'person_id' },
    uses: {
      identity: 'add',
      updates: 'add',
      openings: 'add',
      visits: 'add',
      self: 'add',
      rights: 'add',
      legal: 'read',
    },
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    purpose: text({ label: { ro: 'Scopul', en: 'Purpose' } }),
    decision: oneOf(['given', 'withdrawn'], { label: { ro: 'Alegerea', en: 'Choice' } }),
    method: oneOf(['accept', 'reject', 'save', 'signal', 'withdraw'], { label: { ro: 'Cum', en: 'How' } }),
    text_hash: bytes({ export: 'no' }),
    text_version: text({ label: { ro: 'Versiunea textului', en: 'Version of the text' } }),
    text_language: oneOf(['ro', 'en']),
    surface: text({ label: { ro: 'Unde', en: 'Where' } }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    consent_entry: typeof consentEntryData
  }
}
