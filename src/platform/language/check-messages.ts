import type { MessageShape } from './message-files.ts'

/**
 * What is wrong between the languages, one line each with the key's name: a key or a parameter that one of
 * them lacks, an empty text, a plural without one of its language's forms, ş/ţ with cedilla in Romanian.
 */
export function messageFaults(byLocale: Map<string, Map<string, MessageShape>>): string[] {
  const faults: string[] = []
  const keys = new Set([...byLocale.values()].flatMap((messages) => [...messages.keys()]))
  for (const key of [...keys].sort()) {
    const signatures = new Map<string, string>()
    for (const [locale, messages] of byLocale) {
      const message = messages.get(key)
      if (!message) {
        faults.push(`${key}: missing in ${locale}`)
        continue
      }
      signatures.set(locale, message.parameters.join(', '))
      if (message.texts.some((text) => text.trim() === '')) faults.push(`${key}: empty in ${locale}`)
      if (locale === 'ro' && message.texts.some((text) => /[şţŞŢ]/.test(text)))
        faults.push(`${key}: ş or ţ with cedilla in ro`)
      faults.push(...pluralFaults(key, locale, message))
    }
    if (new Set(signatures.values()).size > 1) {
      const list = [...signatures].map(([locale, names]) => `${locale} (${names})`).join(', ')
      faults.push(`${key}: parameters differ: ${list}`)
    }
  }
  return faults
}

function pluralFaults(key: string, locale: string, message: MessageShape): string[] {
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  return Object.values(message.plurals).flatMap((forms) =>
    needed
      .filter((form) => !forms.includes(form) && !forms.includes('*'))
      .map((form) => `${key}: plural form "${form}" missing in ${locale}`),
  )
}
