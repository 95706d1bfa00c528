import { accountKey, dataMap, key, link, oneOf, text, timestamp, uuid } from '../privacy/map/columns.ts'

/** What each person was asked about a transfer of the business, and what they said. Silence is a no. */
export const successionAnswerData = dataMap(
  'succession_answer',
  {
    label: { ro: 'Întrebări despre transferul afacerii', en: 'Questions about a transfer of the business' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'asked_at' },
    uses: { rights: 'write', self: 'read', succession: 'read' },
    end: 'delete',
    primary: ['account_id', 'campaign_id', 'person_id'],
  },
  {
    account_id: accountKey(),
    campaign_id: key(),
    id: uuid({ defaulted: true, export: 'no' }),
    person_id: link('person'),
    text_hash: text({ label: { ro: 'Amprenta întrebării (SHA-256)', en: 'Fingerprint of the question (SHA-256)' } }),
    text_language: oneOf(['ro', 'en']),
    link_hash: text({ export: 'no' }),
    asked_at: timestamp({ label: { ro: 'Întrebat la', en: 'Asked at' } }),
    answer: oneOf(['yes', 'no'], {
      optional: true,
      label: { ro: 'Răspunsul', en: 'Answer' },
    }),
    answered_at: timestamp({ optional: true, label: { ro: 'Răspuns la', en: 'Answered at' } }),
    answered_by: oneOf(['account', 'link'], { optional: true }),
    agreed_at: timestamp({ optional: true }),
    handed_over_at: timestamp({ optional: true, label: { ro: 'Predat la', en: 'Handed over at' } }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    succession_answer: typeof successionAnswerData
  }
}
