import { accountKey, dataMap, day, key, link, text, timestamp } from '../../privacy/map/columns.ts'
import { secretUses, signInUses } from '../contact-uses.ts'

/** A key with which a member's program calls the API. Only its hash is kept. */
export const apiKeyData = dataMap(
  'api_key',
  {
    label: { ro: 'Chei API', en: 'API keys' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: signInUses,
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    name: text({ label: { ro: 'Numele cheii', en: 'Name of the key' }, category: 'credentials', uses: signInUses }),
    ending: text(),
    key_hash: text({
      label: { ro: 'Amprenta cheii', en: 'Hash of the key' },
      category: 'credentials',
      uses: secretUses,
      export: 'no',
    }),
    created_at: timestamp({ defaulted: true }),
    expires_at: timestamp({ optional: true }),
    last_used_on: day({
      optional: true,
      label: { ro: 'Folosită ultima dată', en: 'Last used' },
      category: 'usage',
      uses: signInUses,
    }),
    ended_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    api_key: typeof apiKeyData
  }
}
