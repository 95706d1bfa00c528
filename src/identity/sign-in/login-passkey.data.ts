import { boolean, dataMap, int, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { signInUses } from '../contact-uses.ts'

/** A passkey: the public half only. */
export const loginPasskeyData = dataMap(
  'login_passkey',
  {
    label: { ro: 'Chei de acces', en: 'Passkeys' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: signInUses,
    end: 'delete',
    login: 'login_id',
    removedBy: ['identity', 'rights'],
    throughView: true,
  },
  {
    id: key(),
    login_id: uuid(),
    name: text({
      optional: true,
      label: { ro: 'Numele cheii de acces', en: 'Name of the passkey' },
      category: 'credentials',
      uses: signInUses,
    }),
    public_key: text({
      export: 'no',
      label: { ro: 'Cheia publică', en: 'Public key' },
      category: 'credentials',
      uses: signInUses,
    }),
    credential_id: text({
      export: 'no',
      label: { ro: 'Identificatorul cheii', en: 'Id of the passkey' },
      category: 'credentials',
      uses: signInUses,
    }),
    counter: int(),
    device_type: text(),
    backed_up: boolean(),
    transports: text({ optional: true }),
    aaguid: text({ optional: true }),
    created_at: timestamp({ optional: true, defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_passkey: typeof loginPasskeyData
  }
}
