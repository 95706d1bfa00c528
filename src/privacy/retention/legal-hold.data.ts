import { accountKey, dataMap, key, link, text, timestamp, uuid } from '../map/columns.ts'

/** A decision that data must stay: for a claim, or by order of an authority (Art. 17(3)(e), 18(2)). */
export const legalHoldData = dataMap(
  'legal_hold',
  {
    label: { ro: 'Păstrări pentru litigii', en: 'Legal holds' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'released_at' },
    holds: { person: 'person_id', until: 'released_at', since: 'set_at' },
    uses: { legal: 'write', rights: 'read', self: 'read' },
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person', { optional: true }),
    reason: text({
      label: { ro: 'De ce rămân datele', en: 'Why the data stays' },
      category: 'communication',
      uses: { legal: 'write', rights: 'read', self: 'read' },
      end: 'anonymise',
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    set_at: timestamp({ defaulted: true, label: { ro: 'De la', en: 'Since' } }),
    set_by: uuid(),
    released_at: timestamp({ optional: true, label: { ro: 'Până la', en: 'Until' } }),
    released_by: uuid({ optional: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    legal_hold: typeof legalHoldData
  }
}
