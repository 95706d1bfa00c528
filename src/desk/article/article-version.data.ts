import { accountKey, dataMap, int, key, link, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { articleVersionUses } from '../desk-uses.ts'

const words = { category: 'client_policy', uses: articleVersionUses, end: 'anonymise' } as const

/** What a client's article said at each save, and who saved it. Rows are added and never changed; they end as the article does. */
export const articleVersionData = dataMap(
  'article_version',
  {
    label: { ro: 'Versiuni ale articolelor', en: 'Versions of articles' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: articleVersionUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    article_id: link('article'),
    revision: int({ label: { ro: 'Versiunea', en: 'Version' } }),
    title: text({ ...words, label: { ro: 'Titlul', en: 'Title' } }),
    body: text({ ...words, label: { ro: 'Textul', en: 'Text' } }),
    by_person: link('person', { optional: true }),
    by_staff: uuid({ optional: true }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Salvată la', en: 'Saved at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    article_version: typeof articleVersionData
  }
}
