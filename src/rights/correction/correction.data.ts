import { accountKey, dataMap, key, link, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'

const uses = { self: 'add', rights: 'write' } as const

/** What was corrected, by whom: the values before and after (Article 16). Only added to. */
export const correctionData = dataMap(
  'correction',
  {
    label: { ro: 'Corecturi', en: 'Corrections' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses,
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    /** The request by which it was asked for; null for what was corrected before requests had cases. */
    case_id: uuid({ optional: true }),
    subject: oneOf(['person', 'account']),
    field: text({ label: { ro: 'Câmpul', en: 'Field' } }),
    before: text({ optional: true, label: { ro: 'Înainte', en: 'Before' }, category: 'identification', uses }),
    after: text({ optional: true, label: { ro: 'După', en: 'After' }, category: 'identification', uses }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    correction: typeof correctionData
  }
}
