import { dataMap, key, text, timestamp } from '../../privacy/map/columns.ts'
import { secretUses } from '../contact-uses.ts'

/** What a half-finished sign-in waits for: the second factor, the answer of a passkey. */
export const loginVerificationData = dataMap(
  'login_verification',
  {
    label: { ro: 'Conectări începute', en: 'Sign-ins under way' },
    about: null,
    capacity: 'controller',
    retention: 'sign_in',
    clock: { at: 'expires_at' },
    uses: secretUses,
    end: 'delete',
    removedBy: ['identity'],
    throughView: true,
  },
  {
    id: key(),
    identifier: text(),
    value: text(),
    expires_at: timestamp(),
    created_at: timestamp({ defaulted: true }),
    updated_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_verification: typeof loginVerificationData
  }
}
