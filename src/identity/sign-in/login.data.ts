import { boolean, dataMap, key, text, timestamp } from '../../privacy/map/columns.ts'
import { signInUses } from '../contact-uses.ts'

/** Who signs in: a verified address, the only thing that joins persons of several accounts. */
export const loginData = dataMap(
  'login',
  {
    label: { ro: 'Conectări', en: 'Logins' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: signInUses,
    end: 'delete',
    login: 'id',
    removedBy: ['identity', 'rights'],
    throughView: true,
  },
  {
    id: key(),
    name: text({
      label: { ro: 'Nume', en: 'Name' },
      category: 'identification',
      uses: { ...signInUses, self: 'write' },
    }),
    email: text({ label: { ro: 'E-mail', en: 'E-mail' }, category: 'contact', uses: signInUses }),
    email_verified: boolean({ defaulted: true }),
    two_factor_enabled: boolean({ optional: true, defaulted: true }),
    password_changed_at: timestamp({ optional: true }),
    created_at: timestamp({ defaulted: true }),
    updated_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login: typeof loginData
  }
}
