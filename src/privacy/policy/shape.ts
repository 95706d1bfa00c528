/** The machine half of a privacy policy: what policy/policy.ts must say. Words are given in every language of the product. */

export interface Words {
  readonly ro: string
  readonly en: string
}

/** Article 6(1) GDPR, by letter. */
export type BasisKind = 'consent' | 'contract' | 'legal_obligation' | 'legitimate_interests'

export interface Basis {
  readonly kind: BasisKind
  readonly article: string
  readonly words: Words
}

export interface PurposeRule {
  /** Bit of the marker by which a limited person leaves this purpose's views. Fixed for good: stored rows carry it. */
  readonly bit: number
  readonly words: Words
  /** What is said beside a field when the data is asked for (P7). */
  readonly reason: Words
  readonly basis: Basis
  /** Whether Article 21 lets a person stop it. */
  readonly objection: 'possible' | 'marketing' | 'none'
  /** Whether a restriction (Article 18) takes the person out of this purpose. */
  readonly restriction: 'stops' | 'stays'
  /** What a person may not see of it, and why staff of this purpose need it, is the data map's business. */
  readonly recipients: readonly string[]
}

export interface RetentionRule {
  readonly words: Words
  /** The event that starts the clock. */
  readonly from: Words
  /** ISO 8601 duration. */
  readonly period: string
  /** Counted from 1 July after the financial year of the event (Accounting Act 82/1991), not from the event itself. */
  readonly counted?: 'after_financial_year'
  readonly ground: Words
  readonly end: 'delete' | 'anonymise'
}

export interface HoldRule {
  readonly words: Words
  readonly article: string
  readonly period: string
  readonly from: Words
}

export interface CookieRule {
  readonly purpose: string
  readonly words: Words
  readonly life: Words
  /** How long it stays at most, ISO 8601, where that is months. An optional cookie must say it. */
  readonly lasts?: string
  readonly kind: 'necessary' | 'optional'
  readonly setBy: 'sign-in' | 'choice' | 'chat' | 'consent'
}

export interface ConsentRule {
  /** How long a consent stands at most; ISO 8601 duration. */
  readonly lasts: string
  /** How long nobody is asked again after a refusal, unless what is asked has changed. */
  readonly askAgainAfter: string
}

export interface RecipientRule {
  readonly words: Words
  readonly role: 'processor' | 'controller' | 'authority'
  readonly country: string
  readonly safeguard: Words
}

export interface Authority {
  readonly name: string
  readonly address: string
  readonly phone?: string
  readonly email?: string
  readonly site: string
}

export interface PolicyShape {
  readonly version: string
  readonly purposes: Readonly<Record<string, PurposeRule>>
  readonly categories: Readonly<Record<string, Words>>
  readonly retention: Readonly<Record<string, RetentionRule>>
  readonly holds: Readonly<Record<string, HoldRule>>
  readonly consent: ConsentRule
  readonly cookies: Readonly<Record<string, CookieRule>>
  readonly recipients: Readonly<Record<string, RecipientRule>>
  readonly authorities: Readonly<Record<string, Authority>>
  readonly ages: { readonly never: number; readonly digitalConsent: Readonly<Record<string, number>> }
}

/** Keeps the literal types, so that a purpose or a period is a type everywhere else. */
export function definePolicy<const P extends PolicyShape>(policy: P): P {
  return policy
}
