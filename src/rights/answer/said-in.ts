/** Words of an answer in its own language, whatever the language of whoever causes it. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { inSentence } from '../../platform/language/in-sentence.ts'
import { m } from '../../platform/language/words.ts'
import type { RequestKind } from '../request/request.rules.ts'

export type Language = 'ro' | 'en'
export type In = { readonly locale: Language }

/** Dates are written as in Europe: 26 November 2026. */
const regions = { ro: 'ro-RO', en: 'en-GB' } as const

/** Each made when it is first needed, and once: making one costs as much as the rest of a letter. */
function writtenAs(style: Intl.DateTimeFormatOptions): (at: Date, locale: Language) => string {
  const made: { [locale in Language]?: Intl.DateTimeFormat } = {}
  return (at, locale) => {
    const format = made[locale] ?? new Intl.DateTimeFormat(regions[locale], style)
    made[locale] = format
    return format.format(at)
  }
}

const civil = writtenAs({ dateStyle: 'long', timeZone: 'UTC' })

export const dayIn = writtenAs({ dateStyle: 'long', timeZone: 'Europe/Bucharest' })
export const momentIn = writtenAs({ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Bucharest' })

/** 'YYYY-MM-DD' as a date in words. */
export function civilDayIn(day: string, locale: Language): string {
  return civil(new Date(`${day}T12:00:00Z`), locale)
}

export function listIn(items: readonly string[], locale: Language): string {
  return new Intl.ListFormat(locale).format(items)
}

/** Names that begin with a capital where each stands alone, as a list within a sentence. */
export function namesIn(names: readonly string[], locale: Language): string {
  const inside = names.map((name, at) => (at === 0 ? name : inSentence(name)))
  return listIn(inside, locale)
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
