/** 'Art. 6(1)(b)' is written 'art. 6 alin. (1) lit. (b)' in Romanian law. */
export function articleWords(reference: string, language: 'ro' | 'en'): string {
  if (language === 'en') return `${reference} GDPR`
  const words = reference
    .replaceAll('Art. ', 'art. ')
    .replace(/(\d+)\((\d+)\)/g, '$1 alin. ($2)')
    .replace(/\)\(([a-z])\)/g, ') lit. ($1)')
  return `${words} RGPD`
}
