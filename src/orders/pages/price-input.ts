/**
 * Digits of minor units from a typed price: "1.450,00", "1 450", "1450.5" → "145000", "145000", "145050"; null when it is
 * no price. The point or comma before the last one or two digits is the decimal one; nothing passes through a float.
 */
export function minorFrom(typed: string): string | null {
  const text = typed.replaceAll(/[\s\u00a0]/g, '')
  // The mark between thousands is the same throughout, and never the decimal one.
  const parts = /^(\d{1,3}(?:\.\d{3})+(?=,|$)|\d{1,3}(?:,\d{3})+(?=\.|$)|\d+)(?:[.,](\d{1,2}))?$/.exec(text)
  if (!parts) return null
  const whole = (parts[1] ?? '').replaceAll(/[.,]/g, '')
  const digits = `${whole}${(parts[2] ?? '').padEnd(2, '0')}`.replace(/^0+(?=\d)/, '')
  return digits.length <= 15 ? digits : null
}

/** The other way round, for the form: "145050" → "1450,50" or "1450.50". */
export function typedFrom(minor: string, locale: 'ro' | 'en'): string {
  const digits = minor.padStart(3, '0')
  return `${digits.slice(0, -2)}${locale === 'ro' ? ',' : '.'}${digits.slice(-2)}`
}
