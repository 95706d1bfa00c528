/**
 * The register of processing (Art. 30 GDPR) in one language, made from the policy, the data maps and the registers: nothing in
 * it is typed for it. Pure.
 */
import type { PurposeName } from '../../../policy/policy.ts'
import { articleWords } from '../../platform/language/article.ts'
import type { AnyDataMap } from '../../privacy/map/data-map.ts'
import { accountColumn, useOf as howUsed, isPersonal } from '../../privacy/map/uses.ts'
import { keptFor } from '../../privacy/notice/notice-of.ts'
import type { PolicyShape, Words } from '../../privacy/policy/shape.ts'
import { type Company, groundSaid } from '../processors/companies.ts'
import { isInEea } from '../processors/processor.rules.ts'
import { registerWords, subjectsOutside } from './register.words.ts'

export type Language = 'ro' | 'en'

export interface Sources {
  readonly policy: PolicyShape
  readonly maps: readonly AnyDataMap[]
  readonly companies: readonly Company[]
}

export interface Received {
  readonly recipient: string
  readonly words: string
  /** Who fills the role, where, on which ground; without one only what the policy declares. */
  readonly company: string | null
  readonly country: string
  readonly ground: string
  readonly isThirdCountry: boolean
}

/** Art. 30(1)(b)-(f): one purpose of the policy that some column lets use personal data. */
export interface Activity {
  readonly purpose: string
  readonly words: string
  readonly reason: string
  readonly basis: string
  readonly subjects: readonly string[]
  readonly categories: readonly { readonly category: string; readonly words: string }[]
  readonly recipients: readonly Received[]
  readonly periods: readonly { readonly class: string; readonly words: string; readonly says: string }[]
}

/** What the provider does on behalf of its clients: work on their systems, answers to their own customers. */
const onBehalf: readonly string[] = ['access', 'support']

export function activitiesOf(sources: Sources, language: Language): Activity[] {
  return Object.keys(sources.policy.purposes).flatMap((purpose) => activity(sources, purpose, language) ?? [])
}

/** Art. 30(2)(b): the same, of what is done for clients as their processor. */
export function processorActivities(sources: Sources, language: Language): Activity[] {
  const theirs = { ...sources, maps: sources.maps.filter((map) => accountColumn(map) !== null) }
  return activitiesOf(theirs, language)
    .filter(({ purpose }) => onBehalf.includes(purpose))
    .map((one) => ({ ...one, subjects: [registerWords.clientCustomers[language]] }))
}

function activity(sources: Sources, purpose: string, language: Language): Activity | null {
  const { policy, maps } = sources
  const rule = policy.purposes[purpose]
  const tables = maps.filter((map) => categoriesSeen(map, purpose).length > 0)
  if (!rule || tables.length === 0) return null
  const used = new Set(tables.flatMap((map) => categoriesSeen(map, purpose)))
  const classes = new Set(tables.map((map) => map.rule.retention as string))
  return {
    purpose,
    words: rule.words[language],
    reason: rule.reason[language],
    basis: `${rule.basis.words[language]}, ${articleWords(rule.basis.article, language)}`,
    subjects: [...new Set(tables.map((map) => subjectsOf(map)[language]))],
    categories: Object.entries(policy.categories)
      .filter(([category]) => used.has(category))
      .map(([category, words]) => ({ category, words: words[language] })),
    recipients: rule.recipients.flatMap((recipient) => receivedBy(sources, recipient, purpose, language)),
    periods: Object.entries(policy.retention)
      .filter(([name]) => classes.has(name))
      .map(([name, rule]) => ({
        class: name,
        words: rule.words[language],
        says: keptFor(rule, language),
      })),
  }
}

/** Categories of personal data of a table that a purpose sees or writes, in whatever mask. */
export function categoriesSeen(map: AnyDataMap, purpose: string): string[] {
  return Object.values(map.columns)
    .filter(isPersonal)
    .filter((column) => {
      const use = howUsed(map, column, purpose as PurposeName)
      return use !== undefined && use !== 'nothing'
    })
    .map((column) => column.options.category as string)
}

function subjectsOf(map: AnyDataMap): Words {
  if (map.rule.capacity === 'processor') return registerWords.clientCustomers
  if (accountColumn(map) !== null) return registerWords.clientPeople
  if (map.rule.login !== undefined) return registerWords.whoSignsIn
  return subjectsOutside[map.table] ?? registerWords.staff
}

function receivedBy(
  { policy, companies }: Sources,
  recipient: string,
  purpose: string,
  language: Language,
): Received[] {
  const role = policy.recipients[recipient]
  if (!role) return []
  const place = (country: string) => new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country
  const filling = companies.filter(
    (one) => one.recipient === recipient && one.state === 'open' && one.purposes.includes(purpose),
  )
  const declared = {
    recipient,
    words: role.words[language],
    company: null,
    country: place(role.country),
    ground: role.safeguard[language],
    isThirdCountry: !isInEea(role.country),
  }
  const named = filling.map((one) => ({
    recipient,
    words: role.words[language],
    company: one.name,
    country: place(one.country),
    ground: groundSaid(one, language),
    isThirdCountry: !isInEea(one.country),
  }))
  return named.length > 0 ? named : [declared]
}
