import { dataMap, int, text, timestamp } from '../../privacy/map/columns.ts'
import { secretUses } from '../contact-uses.ts'

/** How often something was tried lately. The key is a keyed hash that leads back to nobody. */
export const loginRateData = dataMap(
  'login_rate',
  {
    label: { ro: 'Încercări numărate', en: 'Attempts counted' },
    about: null,
    capacity: 'controller',
    retention: 'sign_in',
    clock: { at: 'window_started_at' },
    uses: secretUses,
    end: 'delete',
    removedBy: ['identity'],
  },
  {
    id: text(),
    attempts: int(),
    window_started_at: timestamp(),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_rate: typeof loginRateData
  }
}
