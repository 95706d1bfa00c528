import { dataMap, day, key, oneOf, text, texts, timestamp, uuid } from '../../privacy/map/columns.ts'
import { recipientUses } from './recipient-uses.ts'

export const contractKinds = ['agreement', 'terms', 'own'] as const
export type ContractKind = (typeof contractKinds)[number]

/** Who fills a role that the policy declares (`hosting`, `mail`): a company, its country, ground and contract (Art. 28). */
export const processorData = dataMap(
  'processor',
  {
    label: { ro: 'Persoane împuternicite', en: 'Processors' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: recipientUses,
    end: 'anonymise',
  },
  {
    id: key(),
    recipient: text(),
    name: text({ optional: true }),
    country: text({ optional: true }),
    purposes: texts(),
    categories: texts(),
    ground_id: uuid({ optional: true }),
    contract_kind: oneOf(contractKinds, { optional: true }),
    contract_reference: text({ optional: true }),
    contract_on: day({ optional: true }),
    entered_at: timestamp({ defaulted: true }),
    entered_by: uuid({ optional: true }),
    enabled_at: timestamp({ optional: true }),
    enabled_by: uuid({ optional: true }),
    disabled_at: timestamp({ optional: true }),
    disabled_by: uuid({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    processor: typeof processorData
  }
}
