import { dataMap, int, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** What a public article said at each save. It holds no client's data. */
export const publicArticleVersionData = dataMap(
  'public_article_version',
  {
    label: { ro: 'Versiuni ale articolelor publice', en: 'Versions of public articles' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: 'standing',
    uses: { support: 'add' },
    end: 'anonymise',
  },
  {
    id: key(),
    public_article_id: uuid(),
    revision: int(),
    title_ro: text(),
    title_en: text(),
    body_ro: text(),
    body_en: text(),
    by_staff: uuid(),
    created_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    public_article_version: typeof publicArticleVersionData
  }
}
