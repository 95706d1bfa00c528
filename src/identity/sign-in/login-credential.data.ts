import { dataMap, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { secretUses, signInUses } from '../contact-uses.ts'

/** How a login proves itself by something known: the hash of its password. */
export const loginCredentialData = dataMap(
  'login_credential',
  {
    label: { ro: 'Parole', en: 'Passwords' },
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
    subject: text(),
    method: text(),
    password: text({
      optional: true,
      export: 'no',
      label: { ro: 'Parola, ca amprentă', en: 'Password, as a hash' },
      category: 'credentials',
      uses: secretUses,
    }),
    scope: text({ optional: true }),
    created_at: timestamp({ defaulted: true }),
    updated_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_credential: typeof loginCredentialData
  }
}
