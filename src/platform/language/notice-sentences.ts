import { list } from './format.ts'
import { getLocale, m } from './words.ts'

/** Why something is asked for, as far as it is said in words. */
export interface NoticeParts {
  readonly purposes: readonly string[]
  readonly basis: string
  readonly period: string
  /** Of several fields together: what only the fields named serve for besides. */
  readonly only?: readonly { readonly fields: readonly string[]; readonly purposes: readonly string[] }[] | undefined
}

/** What stands beside a field, word for word, but for the link to the full notice. */
export function noticeSentences(words: NoticeParts, locale = getLocale()): string {
  const [first, ...others] = words.purposes
  const to = { locale }
  return [
    `${m.ui_why_we_ask({}, to)} ${first} (${words.basis}).`,
    ...(others.length > 0 ? [m.ui_also_used_for({ purposes: list(others, locale) }, to)] : []),
    ...(words.only ?? []).map(({ fields, purposes }) =>
      m.ui_only_also_used_for({ fields: list(fields, locale), purposes: list(purposes, locale) }, to),
    ),
    m.ui_kept_for({ period: words.period }, to),
  ].join(' ')
}

/** What a form says beside its fields, each thing once and in order, a line each. */
export function noticesOfForm(notices: readonly NoticeParts[], locale = getLocale()): string {
  return [...new Set(notices.map((words) => noticeSentences(words, locale)))].join('\n')
}
