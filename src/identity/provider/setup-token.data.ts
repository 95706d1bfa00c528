import { dataMap, key, text, timestamp } from '../../privacy/map/columns.ts'

/** The one-time link by which the provider is set up. Only the hash of the token is kept. */
export const setupTokenData = dataMap(
  'setup_token',
  {
    label: { ro: 'Legături de pornire', en: 'Set-up links' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: { at: 'used_at' },
    uses: { identity: 'write' },
    end: 'delete',
    removedBy: ['identity'],
  },
  {
    id: key(),
    token_hash: text({ export: 'no' }),
    created_at: timestamp({ defaulted: true }),
    used_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    setup_token: typeof setupTokenData
  }
}
