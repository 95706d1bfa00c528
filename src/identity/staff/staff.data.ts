import { dataMap, key, oneOf, text, texts, timestamp, uuid } from '../../privacy/map/columns.ts'
import { staffUses } from '../contact-uses.ts'

/** People who work for the provider. */
export const staffData = dataMap(
  'staff',
  {
    label: { ro: 'Echipa', en: 'Staff' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: { at: 'ended_at' },
    uses: staffUses,
    end: 'anonymise',
  },
  {
    id: key(),
    login_id: uuid({ optional: true }),
    name: text({ label: { ro: 'Nume', en: 'Name' }, category: 'identification', uses: staffUses }),
    email: text({
      label: { ro: 'E-mail', en: 'E-mail' },
      category: 'contact',
      uses: {
        identity: 'write',
        support: 'read',
        access: 'read',
        orders: 'read',
        legal: 'read',
        self: 'read',
        rights: 'write',
      },
    }),
    roles: texts(),
    language: oneOf(['ro', 'en']),
    invited_at: timestamp({ optional: true }),
    invited_by: uuid({ optional: true }),
    joined_at: timestamp({ optional: true }),
    ended_at: timestamp({ optional: true }),
    ended_by: uuid({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    staff: typeof staffData
  }
}
