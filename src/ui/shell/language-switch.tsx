import { getLocale, locales } from '../../platform/language/words.ts'
import { languageNames } from './language-names.ts'

/** The same public page in the other language: its address with the other first word. */
export function LanguageSwitch({ path }: { path: string }) {
  const others = locales.filter((locale) => locale !== getLocale())
  return others.map((locale) => (
    <a
      key={locale}
      href={path.replace(/^\/(ro|en)(?=\/|\?|$)/, `/${locale}`)}
      lang={locale}
      hrefLang={locale}
      className="link py-1 text-small"
    >
      {languageNames[locale]}
    </a>
  ))
}
