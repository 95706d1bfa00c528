import { dataMap, key, oneOf, text, timestamp, uuid } from '../map/columns.ts'

/** Which notice stood beside the fields of a form that made no person (P7). Only added to. */
export const visitorNoticeData = dataMap(
  'visitor_notice',
  {
    label: { ro: 'Informări date vizitatorilor', en: 'Notices given to visitors' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'at' },
    uses: { rights: 'add', legal: 'read' },
    end: 'delete',
  },
  {
    id: key(),
    form: text(),
    made: uuid(),
    text_hash: text(),
    text_version: text(),
    text_language: oneOf(['ro', 'en']),
    path: text(),
    at: timestamp({ defaulted: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    visitor_notice: typeof visitorNoticeData
  }
}
