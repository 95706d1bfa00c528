import { dataMap, key, oneOf, text, timestamp, uuid } from '../map/columns.ts'

/** Which notice stood beside the fields when one of the staff typed into them (P7). Only added to. */
export const staffNoticeData = dataMap(
  'staff_notice',
  {
    label: { ro: 'Informări date echipei', en: 'Notices given to staff' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'at' },
    uses: { legal: 'read' },
    end: 'delete',
  },
  {
    id: key(),
    staff_id: uuid(),
    form: text(),
    text_hash: text(),
    text_version: text(),
    text_language: oneOf(['ro', 'en']),
    path: text(),
    at: timestamp({ defaulted: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    staff_notice: typeof staffNoticeData
  }
}
