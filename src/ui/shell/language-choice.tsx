import { useLocation } from 'react-router'
import { getLocale, locales } from '../../platform/language/words.ts'
import { languageNames } from './language-names.ts'

/** The other language, for pages whose address does not name one: kept with the person, then back to this page. */
export function LanguageChoice() {
  const { pathname, search } = useLocation()
  const others = locales.filter((locale) => locale !== getLocale())
  return (
    <form method="post" action="/language">
      <input type="hidden" name="to" value={pathname + search} />
      {others.map((locale) => (
        <button type="submit" key={locale} name="language" value={locale} lang={locale} className="link">
          {languageNames[locale]}
        </button>
      ))}
    </form>
  )
}
