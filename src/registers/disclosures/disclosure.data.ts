import { dataMap, day, int, key, oneOf, text, texts, timestamp, uuid } from '../../privacy/map/columns.ts'

export const disclosureKinds = ['law', 'authority', 'terms', 'fraud', 'security', 'rights', 'indicator'] as const
export type DisclosureKind = (typeof disclosureKinds)[number]

/** What was given to others (P24), and who decided it. The database lets nobody change it. */
export const disclosureData = dataMap(
  'disclosure',
  {
    label: { ro: 'Divulgări', en: 'Disclosures' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'given_at' },
    uses: { legal: 'add' },
    end: 'delete',
  },
  {
    id: key(),
    kind: oneOf(disclosureKinds),
    asked_by: text(),
    ground: text(),
    reference: text({ optional: true }),
    what: text(),
    categories: texts(),
    indicators: texts({
      label: { ro: 'Semne de spam și programe dăunătoare', en: 'Signs of spam and malware' },
      category: 'server_details',
      uses: { legal: 'add' },
      source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
    }),
    persons: int(),
    telling: oneOf(['tell', 'forbidden']),
    forbidden_by: text({ optional: true }),
    forbidden_until: day({ optional: true }),
    given_at: timestamp(),
    noted_at: timestamp({ defaulted: true }),
    decided_by: uuid(),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    disclosure: typeof disclosureData
  }
}
