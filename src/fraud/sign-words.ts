import { m } from '../platform/language/words.ts'
import type { SignalKind } from './fraud.rules.ts'

/** A sign with what was seen, in words of both languages. */
export function signWords(kind: SignalKind, detail: string): { ro: string; en: string } {
  return { ro: inLanguage(kind, detail, 'ro'), en: inLanguage(kind, detail, 'en') }
}

function inLanguage(kind: SignalKind, detail: string, locale: 'ro' | 'en'): string {
  const to = { locale }
  const said: Readonly<Record<SignalKind, () => string>> = {
    throwaway_mail: () => m.fraud_throwaway_mail({ domain: detail }, to),
    many_signups: () => m.fraud_many_signups({ count: detail }, to),
    country_mismatch: () => m.fraud_country_mismatch({ countries: detail }, to),
    new_account_value: () => m.fraud_new_account_value({ price: detail }, to),
    many_links: () => m.fraud_many_links({ count: detail }, to),
    pasted_secret: () => m.fraud_pasted_secret({}, to),
  }
  return said[kind]()
}
