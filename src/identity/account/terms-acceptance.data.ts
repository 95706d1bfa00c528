import { accountKey, dataMap, key, link, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** Which version of the terms was accepted, by whom and when. Only added to. */
export const termsAcceptanceData = dataMap(
  'terms_acceptance',
  {
    label: { ro: 'Termeni acceptați', en: 'Terms accepted' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'erased_at', of: 'person', by: 'person_id' },
    uses: { identity: 'add', legal: 'read', self: 'read', rights: 'read' },
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    version: text({ label: { ro: 'Versiunea', en: 'Version' } }),
    version_id: uuid({ optional: true }),
    language: oneOf(['ro', 'en']),
    accepted_at: timestamp({ defaulted: true, label: { ro: 'Acceptați la', en: 'Accepted at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    terms_acceptance: typeof termsAcceptanceData
  }
}
