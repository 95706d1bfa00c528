import { dataMap, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { secretUses, signInUses } from '../contact-uses.ts'

/** Kinds of browser a login was used from, so that a new one is announced to the person. */
export const loginDeviceData = dataMap(
  'login_device',
  {
    label: { ro: 'Browsere cunoscute', en: 'Known browsers' },
    about: null,
    capacity: 'controller',
    retention: 'sign_in',
    clock: { at: 'last_seen_at' },
    uses: signInUses,
    end: 'delete',
    login: 'login_id',
    removedBy: ['identity', 'rights'],
  },
  {
    id: key(),
    login_id: uuid(),
    device_hash: text({
      export: 'no',
      label: { ro: 'Amprenta browserului', en: 'Hash of the browser' },
      category: 'security_records',
      uses: secretUses,
    }),
    first_seen_at: timestamp({ defaulted: true }),
    last_seen_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_device: typeof loginDeviceData
  }
}
