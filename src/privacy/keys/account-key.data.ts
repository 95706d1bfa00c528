import { accountKey, bytes, dataMap, timestamp } from '../map/columns.ts'

/** Wrapped account keys: read by whatever opens envelopes (`security`). Emptied at the account's end; the row stays, so that no new key is made. */
export const accountKeyData = dataMap(
  'account_key',
  {
    label: { ro: 'Cheia contului', en: 'Key of the account' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: { security: 'write', rights: 'read' },
    end: 'anonymise',
    primary: ['account_id'],
  },
  {
    account_id: accountKey(),
    wrapped: bytes({ end: 'anonymise' }),
    created_at: timestamp({ defaulted: true }),
    destroyed_at: timestamp({ optional: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    account_key: typeof accountKeyData
  }
}
