/** What a person reads before they agree: made from the policy, so that what is asked and what is done are one. */
import { createHash } from 'node:crypto'
import { policy } from '../../../policy/policy.ts'
import type { CookieRule, PolicyShape } from '../policy/shape.ts'
import { periodWords } from '../prose/period.ts'

type Language = 'ro' | 'en'

export interface ConsentText {
  readonly title: string
  readonly body: string
  /** Title and body: what is hashed and kept. */
  readonly whole: string
  /** Of `whole`, SHA-256, in hexadecimal. */
  readonly hash: string
}

/**
 * The exact words for one purpose. They name every recipient and every cookie: one more makes another text, and a consent
 * to the old one no longer stands.
 * @throws Error for a purpose that the policy does not have
 */
export function consentText(purpose: string, language: Language, shape: PolicyShape = policy): ConsentText {
  const rule = shape.purposes[purpose]
  if (!rule) throw new Error(`the policy has no purpose ${purpose}`)
  const title = rule.words[language]
  const recipients = rule.recipients.map((name) => shape.recipients[name]?.words[language] ?? name)
  const body = [
    rule.reason[language],
    ...(recipients.length > 0 ? [receivedBy[language](inList(recipients, language))] : []),
    ...cookiesOf(purpose, shape).map(([name, cookie]) => keeps[language](name, cookie.life[language])),
    lasts[language](periodWords(shape.consent.lasts, language)),
  ].join(' ')
  const whole = `${title}. ${body}`
  return { title, body, whole, hash: textHash(whole) }
}

/** The texts of a purpose as they are now, in every language: a consent to any other no longer stands. */
export function consentHashes(purpose: string, shape: PolicyShape = policy): readonly string[] {
  return languages.map((language) => consentText(purpose, language, shape).hash)
}

/** The cookies that a browser gets only for this purpose, and only with consent. */
export function cookiesOf(purpose: string, shape: PolicyShape = policy): [string, CookieRule][] {
  return Object.entries(shape.cookies).filter(([, rule]) => rule.kind === 'optional' && rule.purpose === purpose)
}

export function textHash(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}

const languages = ['ro', 'en'] as const
const receivedBy = {
  ro: (names: string) => `Datele ajung și la ${names}.`,
  en: (names: string) => `The data also reaches ${names}.`,
}
const keeps = {
  ro: (name: string, life: string) => `Browserul păstrează atunci un cookie, ${name} (${life}).`,
  en: (name: string, life: string) => `Your browser then keeps a cookie, ${name} (${life}).`,
}
const lasts = {
  ro: (period: string) => `Acordul ține cel mult ${period} și îl puteți retrage oricând, la fel de ușor.`,
  en: (period: string) => `The consent lasts ${period} at most, and you can withdraw it at any time, as easily.`,
}

function inList(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language).format(names)
}
