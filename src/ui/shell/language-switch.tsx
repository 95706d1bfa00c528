import { getLocale, type Locale, locales } from '../../platform/language/words.ts'

const names: Record<Locale, string> = { ro: 'Română', en: 'English' }

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
      {names[locale]}
    </a>
  ))
}
