import { accountKey, dataMap, key, timestamp } from '../privacy/map/columns.ts'

/** That the owners of a client were told of a version of the terms. */
export const termsNoticeData = dataMap(
  'terms_notice',
  {
    label: { ro: 'Anunțuri despre termeni', en: 'Notices of terms' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'told_at' },
    uses: { identity: 'add', self: 'read', rights: 'read' },
    end: 'delete',
    primary: ['account_id', 'version_id'],
  },
  { account_id: accountKey(), version_id: key(), told_at: timestamp({ label: { ro: 'La', en: 'At' } }) },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    terms_notice: typeof termsNoticeData
  }
}
