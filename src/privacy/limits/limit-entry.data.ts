import { accountKey, dataMap, int, link, oneOf, text, timestamp, uuid } from '../map/columns.ts'

export const limitKinds = ['restricted', 'objected', 'consent_missing', 'consent_given', 'lifted'] as const

/**
 * The ledger of what limits a person. No purpose writes it: base.set_limit, base.record_consent, base.record_answer and base.end_consents
 * add to it, and nothing changes an entry.
 */
export const limitEntryData = dataMap(
  'limit_entry',
  {
    label: { ro: 'Alegeri și limitări', en: 'Choices and limits' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'erased_at', of: 'person', by: 'person_id' },
    uses: { self: 'read', rights: 'read' },
    end: { keep: 'request_proof' },
    primary: ['account_id', 'person_id', 'number'],
  },
  {
    account_id: accountKey(),
    person_id: link('person'),
    number: int(),
    purpose: text({ optional: true, label: { ro: 'Scopul', en: 'Purpose' } }),
    kind: oneOf(limitKinds, { label: { ro: 'Felul', en: 'Kind' } }),
    text_hash: text({ optional: true, export: 'no' }),
    by_kind: oneOf(['person', 'staff', 'system']),
    by_id: uuid({ optional: true }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    limit_entry: typeof limitEntryData
  }
}
