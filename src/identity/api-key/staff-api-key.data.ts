import { dataMap, day, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { secretUses, signInUses } from '../contact-uses.ts'

/** A key with which a staff person's program calls the API. Only its hash is kept. */
export const staffApiKeyData = dataMap(
  'staff_api_key',
  {
    label: { ro: 'Chei API ale echipei', en: 'API keys of staff' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: { at: 'ended_at' },
    uses: signInUses,
    end: 'delete',
  },
  {
    id: key(),
    staff_id: uuid(),
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
    staff_api_key: typeof staffApiKeyData
  }
}
