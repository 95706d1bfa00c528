import { dataMap, key, oneOf, text, timestamp, uuid } from '../map/columns.ts'

/**
 * What visitors without an account agreed to, refused or took back. The number is random and of no person; a browser holds
 * it only while a consent stands. Added to by base.record_visitor_choice alone.
 */
export const visitorChoiceData = dataMap(
  'visitor_choice',
  {
    label: { ro: 'Alegerile vizitatorilor', en: 'Choices of visitors' },
    about: null,
    capacity: 'controller',
    retention: 'visitor_choice',
    clock: { at: 'at' },
    uses: { self: 'read', rights: 'read', legal: 'read' },
    end: 'delete',
  },
  {
    id: key(),
    visitor_id: uuid({
      label: { ro: 'Numărul vizitatorului', en: 'Number of the visitor' },
      category: 'usage',
      uses: { self: 'read', rights: 'read', legal: 'read' },
    }),
    purpose: text({ label: { ro: 'Scopul', en: 'Purpose' } }),
    decision: oneOf(['given', 'refused', 'withdrawn'], { label: { ro: 'Alegerea', en: 'Choice' } }),
    method: oneOf(['accept', 'reject', 'save', 'gpc', 'dnt', 'withdraw'], { label: { ro: 'Cum', en: 'How' } }),
    text_hash: text({
      optional: true,
      label: { ro: 'Amprenta textului (SHA-256)', en: 'Fingerprint of the text (SHA-256)' },
    }),
    text_version: text({ label: { ro: 'Versiunea textului', en: 'Version of the text' } }),
    text_language: oneOf(['ro', 'en'], { optional: true, label: { ro: 'Limba textului', en: 'Language of the text' } }),
    surface: text({ label: { ro: 'Unde', en: 'Where' } }),
    path: text({ label: { ro: 'Pagina', en: 'Page' } }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    visitor_choice: typeof visitorChoiceData
  }
}
