import { dataMap, int, json, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import type { BreachForm } from './breach.form.ts'

/** Personal data breaches (Art. 33(5)): what is known, until when the authority must be told, and what was decided. */
export const breachData = dataMap(
  'breach',
  {
    label: { ro: 'Încălcări ale securității datelor', en: 'Personal data breaches' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'decided_at' },
    uses: { legal: 'write' },
    end: 'delete',
  },
  {
    id: key(),
    number: int({ defaulted: true }),
    discovered_at: timestamp(),
    form: json<BreachForm>()({
      label: { ro: 'Formularul', en: 'The form' },
      category: 'identification',
      uses: { legal: 'write' },
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    noted_at: timestamp({ defaulted: true }),
    noted_by: uuid(),
    reminded_at: timestamp({ optional: true }),
    outcome: oneOf(['notified', 'not_notified'], { optional: true }),
    outcome_why: text({ optional: true }),
    reference: text({ optional: true }),
    decided_at: timestamp({ optional: true }),
    decided_by: uuid({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    breach: typeof breachData
  }
}
