import { bigint, boolean, dataMap, int, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { secretUses, signInUses } from '../contact-uses.ts'

/** The second factor: its secret and recovery codes, both encrypted with a key outside the database. */
export const loginTwoFactorData = dataMap(
  'login_two_factor',
  {
    label: { ro: 'Al doilea pas', en: 'Second factor' },
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
    secret: text({
      export: 'no',
      label: { ro: 'Secretul aplicației de coduri', en: 'Secret of the code app' },
      category: 'credentials',
      uses: secretUses,
    }),
    backup_codes: text({
      export: 'no',
      label: { ro: 'Codurile de rezervă', en: 'Recovery codes' },
      category: 'credentials',
      uses: secretUses,
    }),
    next_secret: text({
      optional: true,
      export: 'no',
      label: { ro: 'Secretul aplicației următoare', en: 'Secret of the next code app' },
      category: 'credentials',
      uses: secretUses,
    }),
    next_backup_codes: text({
      optional: true,
      export: 'no',
      label: { ro: 'Codurile de rezervă următoare', en: 'Next recovery codes' },
      category: 'credentials',
      uses: secretUses,
    }),
    verified: boolean({ optional: true, defaulted: true }),
    failed_verification_count: int({ optional: true, defaulted: true }),
    locked_until: timestamp({ optional: true }),
    last_step: bigint({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    login_two_factor: typeof loginTwoFactorData
  }
}
