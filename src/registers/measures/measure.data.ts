import { dataMap, day, int, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'

export const promisedMeasures = ['watched', 'biometric', 'confidential', 'roles'] as const

/** Organisational measures (P27): what is promised, where, who answers for it, when it is looked at next. */
export const measureData = dataMap(
  'measure',
  {
    label: { ro: 'Măsuri organizatorice', en: 'Organisational measures' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { legal: 'write' },
    end: 'anonymise',
  },
  {
    id: key(),
    what: text(),
    place: text(),
    every_months: int(),
    owned_by: uuid({ optional: true }),
    entered_at: timestamp({ defaulted: true }),
    entered_by: uuid({ optional: true }),
    next_check_on: day(),
    reminded_on: day({ optional: true }),
    ended_at: timestamp({ optional: true }),
    ended_by: uuid({ optional: true }),
    /** Which part of clause P27 it carries out; null for what the provider does besides. */
    promised: oneOf(promisedMeasures, { optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    measure: typeof measureData
  }
}
