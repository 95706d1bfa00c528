import { articleWords } from '../../platform/language/article.ts'
import { day, number } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Section } from '../../ui/shell/page.tsx'
import { said } from './said.ts'

interface Words {
  readonly ro: string
  readonly en: string
}
interface OutcomeProps {
  erased: readonly { readonly label: Words; readonly count: number; readonly how: 'delete' | 'anonymise' }[]
  kept: readonly {
    readonly label: Words
    readonly count: number
    readonly article: string
    readonly because: Words
    readonly until: Date | null
    readonly untilWords: Words | null
  }[]
  secrets: number
  /** Whether it has been done already. */
  done: boolean
}

/** What an erasure takes away and what stays, on what ground and until when: the same on the plan and on the receipt. */
export function Outcome({ erased, kept, secrets, done }: OutcomeProps) {
  return (
    <>
      <Section title={done ? m.rights_receipt_erased_title() : m.rights_plan_erased_title()}>
        {erased.length === 0 && <p className="text-quiet">{m.rights_plan_nothing()}</p>}
        <ul className="border-t border-line">
          {erased.map((one) => (
            <li
              key={one.label.en}
              className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2"
            >
              <span>
                {said(one.label)} <span className="tabular text-small text-quiet">{number(one.count)}</span>
              </span>
              <span className="text-small text-quiet">
                {one.how === 'delete' ? m.rights_fate_deleted() : m.rights_fate_anonymised()}
              </span>
            </li>
          ))}
        </ul>
        {secrets > 0 && (
          <p className="mt-3 max-w-prose">
            {done ? m.rights_receipt_secrets({ count: secrets }) : m.rights_plan_secrets({ count: secrets })}
          </p>
        )}
      </Section>
      <Section title={done ? m.rights_receipt_kept_title() : m.rights_plan_kept_title()}>
        <ul className="border-t border-line">
          {kept.map((one) => (
            <li key={one.label.en} className="border-b border-line py-2">
              {said(one.label)}
              {one.count > 0 && <span className="tabular text-small text-quiet"> {number(one.count)}</span>}
              <span className="block max-w-prose text-small text-quiet">
                {said(one.because)} ({articleWords(one.article, getLocale())}) ·{' '}
                {one.until
                  ? m.rights_kept_until({ day: day(one.until) })
                  : one.untilWords && m.rights_kept_from({ from: said(one.untilWords) })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
