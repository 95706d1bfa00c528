import { dataMap, day, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { recipientUses } from './recipient-uses.ts'

export const groundKinds = ['eea', 'adequacy', 'clauses', 'rules', 'derogation'] as const
export type GroundKind = (typeof groundKinds)[number]

/** On what data may be where it goes (Art. 44-49). Once it is invalid, whoever rests on it is sent nothing more. */
export const transferGroundData = dataMap(
  'transfer_ground',
  {
    label: { ro: 'Temeiuri ale transferurilor', en: 'Grounds for transfers' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: recipientUses,
    end: 'anonymise',
  },
  {
    id: key(),
    kind: oneOf(groundKinds),
    name: text(),
    valid_on: day(),
    review_on: day({ optional: true }),
    entered_at: timestamp({ defaulted: true }),
    entered_by: uuid({ optional: true }),
    invalid_at: timestamp({ optional: true }),
    invalid_by: uuid({ optional: true }),
    invalid_why: text({ optional: true }),
    reminded_on: day({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    transfer_ground: typeof transferGroundData
  }
}
