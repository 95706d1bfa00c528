import { dataMap, int, key, text, timestamp, uuid } from '../privacy/map/columns.ts'

/** Published versions of the terms. The database lets nobody change or remove one. */
export const termsVersionData = dataMap(
  'terms_version',
  {
    label: { ro: 'Versiunile termenilor', en: 'Versions of the terms' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { legal: 'add', identity: 'read', self: 'read', rights: 'read' },
    end: 'anonymise',
  },
  {
    id: key(),
    number: int(),
    version: text(),
    text_ro: text(),
    text_en: text(),
    hash: text(),
    published_at: timestamp(),
    by_staff: uuid({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    terms_version: typeof termsVersionData
  }
}
