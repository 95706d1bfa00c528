import { dataMap, int, key, searchIndex, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** What the provider explains to everybody (P18, P39). It holds no client's data. */
export const publicArticleData = dataMap(
  'public_article',
  {
    label: { ro: 'Articole publice', en: 'Public articles' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: 'standing',
    uses: { support: 'write' },
    end: 'anonymise',
  },
  {
    id: key(),
    slug: text(),
    title_ro: text(),
    title_en: text(),
    body_ro: text(),
    body_en: text(),
    search_ro: searchIndex({ generated: true }),
    search_en: searchIndex({ generated: true }),
    revision: int({ defaulted: true }),
    created_at: timestamp({ defaulted: true }),
    updated_at: timestamp({ defaulted: true }),
    updated_by: uuid(),
    published_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    public_article: typeof publicArticleData
  }
}
