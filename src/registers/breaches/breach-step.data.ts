import { dataMap, int, json, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import type { BreachForm } from './breach.form.ts'

export const breachSteps = ['noted', 'changed', 'notified', 'supplemented', 'not_notified', 'told'] as const

/** What happened to a breach, with the form as it then was. The database lets nobody change it. */
export const breachStepData = dataMap(
  'breach_step',
  {
    label: { ro: 'Pașii încălcărilor', en: 'Steps of breaches' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'at' },
    uses: { legal: 'add' },
    end: 'delete',
  },
  {
    id: key(),
    breach_id: uuid(),
    kind: oneOf(breachSteps),
    why: text({ optional: true }),
    persons: int({ optional: true }),
    form: json<BreachForm>()({
      optional: true,
      label: { ro: 'Formularul', en: 'The form' },
      category: 'identification',
      uses: { legal: 'add' },
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    at: timestamp({ defaulted: true }),
    by_staff: uuid(),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    breach_step: typeof breachStepData
  }
}
