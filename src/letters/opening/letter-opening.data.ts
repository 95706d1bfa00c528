import { accountKey, dataMap, key, link, text, timestamp } from '../../privacy/map/columns.ts'

/** Letters with an image that says when they are opened (P5): only to people who agreed, noted only while they do. */
export const letterOpeningData = dataMap(
  'letter_opening',
  {
    label: { ro: 'Scrisori deschise', en: 'Letters opened' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'letter',
    clock: { with: 'letter', by: 'letter_id' },
    uses: { identity: 'add', openings: 'read', self: 'read', rights: 'write' },
    end: 'delete',
    removedBy: ['rights'],
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    letter_id: link('letter', { label: { ro: 'Scrisoarea', en: 'Letter' } }),
    token_hash: text({ export: 'no', uses: { identity: 'add', rights: 'write' } }),
    made_at: timestamp({ defaulted: true, label: { ro: 'Trimisă la', en: 'Sent at' } }),
    opened_at: timestamp({
      optional: true,
      label: { ro: 'Deschisă la', en: 'Opened at' },
      category: 'usage',
      uses: { openings: 'read', self: 'read', rights: 'write' },
      source: { ro: 'programul de e-mail', en: 'the e-mail program' },
    }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    letter_opening: typeof letterOpeningData
  }
}
