/** What the prose leaves to be filled: the provider's own facts, and the facts of the machine half. A closed list. */
import type { Authority, PolicyShape } from '../policy/shape.ts'
import type { Language } from './block.ts'
import { periodWords } from './period.ts'

/** The controller, as set up on first run. */
export interface ProviderFacts {
  readonly name: string
  readonly address: string
  readonly privacyEmail: string
  /** ISO 3166-1 alpha-2; chooses the supervisory authority and the age of digital consent. */
  readonly country: string
}

export const mark = /\{\{([\w.]+)\}\}/g

/** Every placeholder with its value. Words of the policy are in the language asked for. */
export function placeholderValues(
  policy: PolicyShape,
  provider: ProviderFacts,
  language: Language,
): ReadonlyMap<string, string> {
  const authority = authorityOf(policy, provider.country)
  const consentAge = policy.ages.digitalConsent[provider.country] ?? strictestConsentAge
  const values = new Map([
    ['provider.name', provider.name],
    ['provider.address', provider.address],
    ['provider.privacyEmail', provider.privacyEmail],
    ['authority.name', authority.name],
    ['authority.address', authority.address],
    ['authority.contact', [authority.phone, authority.email, authority.site].filter(Boolean).join(', ')],
    ['policy.version', policy.version],
    ['consent.lasts', periodWords(policy.consent.lasts, language)],
    ['consent.askAgainAfter', periodWords(policy.consent.askAgainAfter, language)],
    ['ages.never', ageWords(policy.ages.never, language)],
    ['ages.digitalConsent', ageWords(consentAge, language)],
  ])
  for (const [name, purpose] of Object.entries(policy.purposes)) {
    values.set(`purpose.${name}`, purpose.words[language])
    values.set(`basis.${name}`, purpose.basis.words[language])
  }
  for (const [name, rule] of Object.entries(policy.retention)) {
    values.set(`retention.${name}`, periodWords(rule.period, language))
  }
  for (const [name, hold] of Object.entries(policy.holds)) {
    values.set(`hold.${name}`, periodWords(hold.period, language))
  }
  return values
}

/** Article 8(1) GDPR: 16, unless national law sets it lower. */
const strictestConsentAge = 16

/** @throws Error when the policy names no authority for the country nor for Romania, where it is at home */
export function authorityOf(policy: PolicyShape, country: string): Authority {
  const authority = policy.authorities[country] ?? policy.authorities.RO
  if (!authority) throw new Error(`the policy names no supervisory authority for ${country}`)
  return authority
}

function ageWords(age: number, language: Language): string {
  return language === 'ro' ? periodWords(`P${age}Y`, 'ro') : String(age)
}
