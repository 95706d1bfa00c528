import { accountKey, dataMap, key, link, oneOf, text, timestamp } from '../map/columns.ts'

/** Which notice stood beside the fields when a person typed into them (P7). Only added to. */
export const noticeServedData = dataMap(
  'notice_served',
  {
    label: { ro: 'Informări primite', en: 'Notices received' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: { identity: 'add', support: 'add', self: 'read', rights: 'add', legal: 'read' },
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    form: text({ label: { ro: 'Formularul', en: 'Form' } }),
    text_hash: text({ label: { ro: 'Amprenta textului (SHA-256)', en: 'Fingerprint of the text (SHA-256)' } }),
    text_version: text({ label: { ro: 'Versiunea textului', en: 'Version of the text' } }),
    text_language: oneOf(['ro', 'en'], { label: { ro: 'Limba textului', en: 'Language of the text' } }),
    path: text({ label: { ro: 'Pagina', en: 'Page' } }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    notice_served: typeof noticeServedData
  }
}
