/** The text of the terms as it is hashed, and as the desk starts with it. Pure. */
import { m } from '../platform/language/words.ts'
import { textHash } from '../privacy/notice/consent-text.ts'

export function hashOfTerms(ro: string, en: string): string {
  return textHash(JSON.stringify([ro, en]))
}

/** What the desk starts with. */
export function firstTerms(locale: 'ro' | 'en', provider: string): string {
  const to = { locale }
  const part = (title: string, words: string) => `## ${title}\n\n${words}`
  return [
    m.identity_terms_parties({ provider }, to),
    part(m.identity_terms_services_title({}, to), m.identity_terms_services({}, to)),
    part(m.identity_terms_access_title({}, to), m.identity_terms_access({}, to)),
    part(m.identity_terms_account_title({}, to), m.identity_terms_account({}, to)),
    part(m.identity_terms_payment_title({}, to), m.identity_terms_payment({}, to)),
    part(m.identity_terms_data_title({}, to), m.identity_terms_data({}, to)),
    part(m.identity_terms_end_title({}, to), m.identity_terms_end({}, to)),
    part(m.identity_terms_law_title({}, to), m.identity_terms_law({}, to)),
  ].join('\n\n')
}
