import { dataMap, json, key, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import type { Entry } from './processor.rules.ts'

export const stepKinds = ['entered', 'changed', 'enabled', 'disabled', 'invalidated', 'reinstated'] as const

/** What happened to a processor or a ground, with the entry as it then was. The database lets nobody change or remove one. */
export const recipientStepData = dataMap(
  'recipient_step',
  {
    label: { ro: 'Istoricul destinatarilor', en: 'History of recipients' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { legal: 'add' },
    end: 'anonymise',
  },
  {
    id: key(),
    processor_id: uuid({ optional: true }),
    ground_id: uuid({ optional: true }),
    kind: oneOf(stepKinds),
    why: text({ optional: true }),
    entry: json<Entry>()({ optional: true }),
    at: timestamp({ defaulted: true }),
    by_staff: uuid({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    recipient_step: typeof recipientStepData
  }
}
