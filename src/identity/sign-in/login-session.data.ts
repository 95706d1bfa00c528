import { dataMap, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { secretUses, signInUses } from '../contact-uses.ts'

/** A browser that is signed in. The network address is never kept. */
export const loginSessionData = dataMap(
  'login_session',
  {
    label: { ro: 'Sesiuni', en: 'Sessions' },
    about: null,
    capacity: 'controller',
    retention: 'sign_in',
    clock: { at: 'expires_at' },
    uses: signInUses,
    end: 'delete',
    login: 'login_id',
    removedBy: ['identity', 'rights'],
    throughView: true,
  },
  {
    id: key(),
    login_id: uuid(),
    token: text({
      export: 'no',
      label: { ro: 'Semnul sesiunii', en: 'Session token' },
      category: 'credentials',
      uses: secretUses,
    }),
    expires_at: timestamp(),
    ip_address: text({ optional: true, export: 'no' }),
    user_agent: text({
      optional: true,
      label: { ro: 'Browserul', en: 'Browser' },
      category: 'security_records',
      uses: signInUses,
    }),
    chosen_account_id: uuid({ optional: true }),
    fresh_at: timestamp({ optional: true }),
    created_at: timestamp({ defaulted: true }),
    updated_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_session: typeof loginSessionData
  }
}
