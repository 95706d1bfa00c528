import { getLocale, m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { When } from '../../ui/text/when.tsx'
import type { AskedText } from '../choice/asked.ts'
import type { listOwnChoices } from '../choice/list-own-choices.ts'

type Choices = OutputOf<typeof listOwnChoices>['choices']

/** What is on record under this browser's number, each with the text that was shown then. */
export function OwnChoices({ choices, texts }: { choices: Choices; texts: readonly AskedText[] }) {
  const titles = new Map<string, string>(texts.map(({ purpose, title }) => [purpose, title]))
  return (
    <>
      <p className="mb-3 max-w-prose text-quiet">{m.site_choice_record_text()}</p>
      <ul className="border-t border-line">
        {choices.map(({ purpose, decision, at, textHash }) => (
          <li key={`${purpose} ${String(at)}`} className="flex flex-wrap gap-x-6 border-b border-line py-2">
            <span className="min-w-0 grow">
              {titles.get(purpose) ?? purpose}: {decided(decision)}
            </span>
            {textHash && (
              <a href={`/${getLocale()}/texts/${textHash}`} className="link text-small">
                {m.site_choice_record_shown()}
              </a>
            )}
            <span className="text-small text-quiet">
              <When at={at} exact />
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function decided(decision: Choices[number]['decision']): string {
  if (decision === 'given') return m.site_choice_decided_given()
  return decision === 'refused' ? m.site_choice_decided_refused() : m.site_choice_decided_withdrawn()
}
