import { getLocale, locales } from '../../platform/language/words.ts'

interface PublicHeadProps {
  title: string
  description: string
  origin: string
  /** Path of the page after its language: "/services", or "" for the first page. */
  path: string
  /** Not to be listed by search engines. */
  hidden?: boolean
}

/** What a browser and a search engine learn of a public page: its name, what it is, and the same in the other language. */
export function PublicHead({ title, description, origin, path, hidden = false }: PublicHeadProps) {
  return (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
      {hidden ? (
        <meta name="robots" content="noindex, nofollow" />
      ) : (
        <>
          <link rel="canonical" href={`${origin}/${getLocale()}${path}`} />
          {locales.map((locale) => (
            <link key={locale} rel="alternate" hrefLang={locale} href={`${origin}/${locale}${path}`} />
          ))}
        </>
      )}
    </>
  )
}
