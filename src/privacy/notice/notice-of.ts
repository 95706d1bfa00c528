/** What is said beside a field when personal data is asked for (P7): made from policy and data map, never typed by hand. */
import { z } from 'zod'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { inSentence } from '../../platform/language/in-sentence.ts'
import { type NoticeParts, noticeSentences } from '../../platform/language/notice-sentences.ts'
import type { Column } from '../map/column.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { isPersonal, useOf } from '../map/uses.ts'
import type { RetentionRule, Words } from '../policy/shape.ts'
import { periodWords } from '../prose/period.ts'
import { textHash } from './consent-text.ts'

export const notice = z.object({
  /** What it is used for; first the purpose for which it is asked. */
  purposes: z.array(z.string()),
  /** The legal basis of that purpose. */
  basis: z.string(),
  /** How long it is kept, and from when. */
  period: z.string(),
  /** Of several fields together: what only the fields named serve for besides. */
  only: z.array(z.object({ fields: z.array(z.string()), purposes: z.array(z.string()) })).optional(),
  /** The clause of the full notice. */
  to: z.string(),
  /** Of the words: by it the notice that stood beside a field is told from any other. */
  mark: z.string().optional(),
})
export type Notice = z.output<typeof notice>

type Locale = 'ro' | 'en'

/** The columns of a map that hold personal data: only for these is there a notice, so an undeclared field does not build. */
export type PersonalColumn<M extends AnyDataMap> = {
  [K in keyof M['columns']]: M['columns'][K] extends Column<infer _T, infer O>
    ? O extends { readonly category: string }
      ? K
      : never
    : never
}[keyof M['columns']] &
  string

interface Asking {
  /** The purpose for which it is asked. */
  readonly purpose: PurposeName
  readonly locale: Locale
  /** The promise whose clause of the policy says more: 14 leads to #p14. */
  readonly promise: number
}

/** Everybody has these two over everything of theirs; naming them beside each field would say nothing. */
const unsaid: readonly PurposeName[] = ['self', 'rights']

const made = new Map<string, Notice>()
const texts = new Map<string, NoticeText>()
const complete = new Set<AnyDataMap>()

export function noticeOf<M extends AnyDataMap>(map: M, column: PersonalColumn<M>, asking: Asking): Notice {
  const key = [map.table, column, asking.purpose, asking.locale, asking.promise].join(' ')
  const notice = made.get(key) ?? makeNotice(map, column, asking)
  made.set(key, notice)
  return notice
}

export function makeNotice<M extends AnyDataMap>(map: M, column: PersonalColumn<M>, asking: Asking): Notice {
  const { purpose, locale, promise } = asking
  const declared = map.columns[column]
  if (!declared?.options.category) throw new Error(`${map.table}.${column} is not personal data`)
  const others = (Object.keys(policy.purposes) as PurposeName[]).filter((name) => {
    const use = useOf(map, declared, name)
    return name !== purpose && !unsaid.includes(name) && use !== undefined && use !== 'nothing'
  })
  const parts = {
    purposes: [purpose, ...others].map((name) => inSentence(policy.purposes[name].words[locale])),
    basis: policy.purposes[purpose].basis.words[locale],
    period: keptFor(policy.retention[map.rule.retention], locale),
  }
  return { ...parts, to: `/${locale}/policy#p${promise}`, mark: markOf(parts, locale) }
}

/**
 * The one notice of fields that are asked for the same reason: what they all serve for, and what only some do. Made where
 * the program starts, so that every process knows its mark.
 * @throws Error when they have another purpose, basis or period: such fields each have their own notice
 */
export function noticeTogether(fields: readonly (readonly [label: string, notice: Notice])[], locale: Locale): Notice {
  const notices = fields.map(([, one]) => one)
  const { purposes: ofFirst = [], basis = '', period = '', to = '' } = notices[0] ?? {}
  const reason = (one: Notice) => [one.purposes[0], one.basis, one.period].join('\n')
  if (new Set(notices.map(reason)).size !== 1) throw new Error('fields are asked together for different reasons')
  const all = ofFirst.filter((purpose) => notices.every(({ purposes }) => purposes.includes(purpose)))
  const only = new Map<string, { fields: string[]; purposes: string[] }>()
  for (const purpose of new Set(notices.flatMap(({ purposes }) => purposes))) {
    if (all.includes(purpose)) continue
    const names = fields.filter(([, one]) => one.purposes.includes(purpose)).map(([label]) => label)
    const those = only.get(names.join('\n')) ?? { fields: names, purposes: [] }
    those.purposes.push(purpose)
    only.set(names.join('\n'), those)
  }
  const parts = { purposes: all, basis, period, ...(only.size > 0 ? { only: [...only.values()] } : {}) }
  return { ...parts, to, mark: markOf(parts, locale) }
}

/** The same reason under another rule of keeping. Made where the program starts, so that every process knows its mark. */
export function noticeKept({ mark: _, ...words }: Notice, period: string, locale: Locale): Notice {
  const kept = { ...words, period }
  return { ...kept, mark: markOf(kept, locale) }
}

/** From then on this process knows the words by their mark. */
function markOf(parts: NoticeParts, locale: Locale): string {
  const text = noticeSentences(parts, locale)
  const mark = textHash(text)
  texts.set(mark, { text, language: locale })
  return mark
}

export interface NoticeText {
  readonly text: string
  readonly language: Locale
}

/** The words of a notice by its mark; null when no field of these maps is asked for in such words any more. */
export function noticeText(mark: string, maps: readonly AnyDataMap[]): NoticeText | null {
  if (!texts.has(mark)) for (const map of maps) makeAll(map)
  return texts.get(mark) ?? null
}

/** A page may have been made by a process that is gone: whatever any page can say is made anew, once. */
function makeAll(map: AnyDataMap): void {
  if (complete.has(map)) return
  complete.add(map)
  for (const [column, declared] of Object.entries(map.columns)) {
    if (!isPersonal(declared)) continue
    for (const purpose of Object.keys(policy.purposes) as PurposeName[]) {
      for (const locale of ['ro', 'en'] as const) makeNotice(map, column as never, { purpose, locale, promise: 0 })
    }
  }
}

/** "3 years after the delivery is confirmed"; "until the work ends" where nothing is kept beyond it. */
export function keptFor(rule: Pick<RetentionRule, 'from' | 'period'>, locale: Locale): string {
  if (/^P0[YMD]$/.test(rule.period)) return join({ ro: 'până la', en: 'until' }, rule.from, locale)
  return `${periodWords(rule.period, locale)} ${join({ ro: 'de la', en: 'after' }, rule.from, locale)}`
}

function join(link: Words, event: Words, locale: Locale): string {
  return `${link[locale]} ${event[locale]}`
}
