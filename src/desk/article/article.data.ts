import { accountKey, dataMap, int, key, link, searchIndex, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { articleUses, searchUses } from '../desk-uses.ts'

const words = { category: 'client_policy', end: 'anonymise' } as const

/** What is to be known about a client's systems and ways (P18): written by the client or the staff, read by both. */
export const articleData = dataMap(
  'article',
  {
    label: { ro: 'Articole ale bazei de cunoștințe', en: 'Articles of the knowledge base' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: articleUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    title: text({ ...words, uses: articleUses, label: { ro: 'Titlul', en: 'Title' } }),
    body: text({ ...words, uses: articleUses, label: { ro: 'Textul', en: 'Text' } }),
    search: searchIndex({
      category: words.category,
      generated: true,
      label: { ro: 'Cuvintele articolului', en: 'Words of the article' },
      uses: searchUses,
      export: 'no',
    }),
    revision: int({ defaulted: true, label: { ro: 'Versiunea', en: 'Version' } }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Scris la', en: 'Written at' } }),
    updated_at: timestamp({ defaulted: true, label: { ro: 'Schimbat la', en: 'Changed at' } }),
    by_person: link('person', { optional: true }),
    by_staff: uuid({ optional: true }),
    dropped_at: timestamp({ optional: true, label: { ro: 'Scos la', en: 'Dropped at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    article: typeof articleData
  }
}
