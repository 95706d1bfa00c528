/** Countries by their ISO 3166 codes: those of the European Economic Area first, as that is where most clients are. */
const near = 'RO,AT,BE,BG,HR,CY,CZ,DK,EE,FI,FR,DE,GR,HU,IE,IS,IT,LV,LI,LT,LU,MT,NL,NO,PL,PT,SK,SI,ES,SE'
const far = 'MD,UA,GB,CH,US,CA,AU,NZ,JP,SG,IL,TR,RS,ME,MK,AL,BA,GE,AE,IN,KR,BR,MX,ZA'

/** Names in the language of the page. The first is the provider's most likely own. */
export function countryChoices(locale: 'ro' | 'en'): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const named = (codes: string) => codes.split(',').map((value) => ({ value, label: names.of(value) ?? value }))
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, locale)
  const [home, ...rest] = named(near)
  return [...(home ? [home] : []), ...rest.sort(byName), ...named(far).sort(byName)]
}

/** "România" for RO; the code itself where there is no name. */
export function countryName(code: string | null, locale: 'ro' | 'en'): string | null {
  return code && /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code) : code
}
