import { accountKey, dataMap, day, key, link, oneOf, text, timestamp, uuid } from '../privacy/map/columns.ts'
import { enrichmentFields } from './enrichment.rules.ts'

const uses = { enrichment: 'write', self: 'read', rights: 'write' } as const
const source = { ro: 'din surse publice, transmis de alții', en: 'from public sources, passed on by others' } as const

/** Facts that others passed on, each with where and when it was found. About who objects, the purpose sees none. */
export const enrichmentFactData = dataMap(
  'enrichment_fact',
  {
    label: { ro: 'Date din surse publice', en: 'Facts from public sources' },
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
    field: oneOf(enrichmentFields, { label: { ro: 'Ce este', en: 'What it is' } }),
    value: text({ label: { ro: 'Valoarea', en: 'Value' }, category: 'identification', uses, source }),
    source: text({ label: { ro: 'Sursa', en: 'Source' } }),
    source_on: day({ label: { ro: 'Găsit la', en: 'Found on' } }),
    added_at: timestamp({ label: { ro: 'Adăugat la', en: 'Added at' } }),
    added_by: uuid(),
    removed_at: timestamp({ optional: true, label: { ro: 'Scos la', en: 'Removed at' } }),
    removed_by: uuid({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    enrichment_fact: typeof enrichmentFactData
  }
}
