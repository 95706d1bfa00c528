import { dataMap, day, int, json, key, oneOf, text, timestamp, uuid } from '../../map/columns.ts'
import type { Change } from '../difference/change.ts'
import type { MachineHalf } from '../machine-half.ts'

/** Published versions of the policy. The database lets nobody change or remove one. */
export const policyVersionData = dataMap(
  'policy_version',
  {
    label: { ro: 'Versiunile politicii', en: 'Versions of the policy' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { legal: 'add', rights: 'read', self: 'read' },
    end: 'anonymise',
  },
  {
    id: key(),
    number: int(),
    version: text(),
    machine: json<MachineHalf>()(),
    text_ro: text(),
    text_en: text(),
    hash: text(),
    changes: json<readonly Change[]>()(),
    weight: oneOf(['first', 'material', 'minor']),
    effective_on: day(),
    published_at: timestamp({ defaulted: true }),
    by_staff: uuid({ optional: true }),
  },
)

declare module '../../map/registry.ts' {
  interface DataMaps {
    policy_version: typeof policyVersionData
  }
}
