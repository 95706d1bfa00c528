import { noticeSentences } from '../../platform/language/notice-sentences.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../action/place-link.tsx'

/** Why something personal is asked for, in the words of the policy. Comes from the data map, never typed by hand. */
export interface NoticeWords {
  /** "to answer you" */
  readonly purposes: readonly string[]
  /** "the contract with you" */
  readonly basis: string
  /** "3 years after the last message" */
  readonly period: string
  /** Of several fields together: what only the fields named serve for besides. */
  readonly only?: readonly { readonly fields: readonly string[]; readonly purposes: readonly string[] }[] | undefined
  /** The clause of the full notice: "/ro/policy#p2". */
  readonly to?: string
  /** Of these words: goes back with the form, so that it is on record which notice stood here. */
  readonly mark?: string
}

/** "Why we ask": the purpose for which it is asked, what else it serves, legal basis and period, quiet, one click from the full notice. */
export function DataNotice({ words }: { words: NoticeWords }) {
  const lead = m.ui_why_we_ask()
  return (
    <>
      <span className="font-medium">{lead}</span>
      {noticeSentences(words).slice(lead.length)}{' '}
      {words.to && (
        <TextLink to={words.to} className="whitespace-nowrap">
          {m.ui_full_notice()}
        </TextLink>
      )}
      {words.mark && <input type="hidden" name="said" value={words.mark} />}
    </>
  )
}
