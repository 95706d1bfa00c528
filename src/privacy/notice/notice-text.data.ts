import { dataMap, oneOf, text, timestamp } from '../map/columns.ts'

/** The exact words that somebody was shown when something was asked of them. Nobody's data; only added to. */
export const noticeTextData = dataMap(
  'notice_text',
  {
    label: { ro: 'Texte arătate', en: 'Texts shown' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: 'standing',
    uses: { identity: 'add', support: 'add', visits: 'add', self: 'read', rights: 'add', legal: 'read' },
    end: { keep: 'request_proof' },
    primary: ['hash'],
  },
  {
    hash: text(),
    words: text(),
    version: text(),
    language: oneOf(['ro', 'en']),
    first_shown_at: timestamp({ defaulted: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    notice_text: typeof noticeTextData
  }
}
