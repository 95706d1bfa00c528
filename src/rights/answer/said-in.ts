/** Words of an answer in its own language, whatever the language of whoever causes it. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { m } from '../../platform/language/words.ts'
import type { RequestKind } from '../request/request.rules.ts'

export type Language = 'ro' | 'en'
export type In = { readonly locale: Language }

/** Dates are written as in Europe: 26 November 2026. */
const regions = { ro: 'ro-RO', en: 'en-GB' } as const

export function dayIn(at: Date, locale: Language): string {
  return new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeZone: 'Europe/Bucharest' }).format(at)
}

/** 'YYYY-MM-DD' as a date in words. */
export function civilDayIn(day: string, locale: Language): string {
  return new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
}

export function momentIn(at: Date, locale: Language): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Bucharest' } as const
  return new Intl.DateTimeFormat(regions[locale], style).format(at)
}

export function listIn(items: readonly string[], locale: Language): string {
  return new Intl.ListFormat(locale).format(items)
}

export function purposeIn(purpose: string, locale: Language): string {
  return policy.purposes[purpose as PurposeName]?.words[locale] ?? purpose
}

const kinds: Readonly<Record<RequestKind, (inputs: Record<string, never>, options: In) => string>> = {
  access: m.rights_kind_access,
  rectification: m.rights_kind_rectification,
  erasure: m.rights_kind_erasure,
  restriction: m.rights_kind_restriction,
  recipients: m.rights_kind_recipients,
  portability: m.rights_kind_portability,
  objection: m.rights_kind_objection,
  automated: m.rights_kind_automated,
  withdrawal: m.rights_kind_withdrawal,
}

export function kindIn(kind: RequestKind, locale: Language): string {
  return kinds[kind]({}, { locale })
}
