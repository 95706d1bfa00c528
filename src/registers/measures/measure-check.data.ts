import { dataMap, day, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** What was found when somebody looked at a measure. The database lets nobody change or remove one. */
export const measureCheckData = dataMap(
  'measure_check',
  {
    label: { ro: 'Verificări ale măsurilor', en: 'Checks of measures' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { legal: 'add' },
    end: 'anonymise',
  },
  {
    id: key(),
    measure_id: uuid(),
    outcome: oneOf(['kept', 'faulty']),
    found: text(),
    checked_on: day(),
    at: timestamp({ defaulted: true }),
    checked_by: uuid(),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    measure_check: typeof measureCheckData
  }
}
