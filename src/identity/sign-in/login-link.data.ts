import { dataMap, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { secretUses, signInUses } from '../contact-uses.ts'

/** A single-use link sent by letter, with which a new password is set. Only the hash of its token is kept. */
export const loginLinkData = dataMap(
  'login_link',
  {
    label: { ro: 'Legături de o singură folosință', en: 'Single-use links' },
    about: null,
    capacity: 'controller',
    retention: 'sign_in',
    clock: { at: 'expires_at' },
    uses: signInUses,
    end: 'delete',
    login: 'login_id',
    removedBy: ['identity', 'rights'],
  },
  {
    id: key(),
    login_id: uuid(),
    token_hash: text({ export: 'no', uses: secretUses }),
    created_at: timestamp({ defaulted: true }),
    expires_at: timestamp(),
    used_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_link: typeof loginLinkData
  }
}
