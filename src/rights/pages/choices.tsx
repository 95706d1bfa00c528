import { Form } from 'react-router'
import { articleWords } from '../../platform/language/article.ts'
import { day } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Button } from '../../ui/action/button.tsx'
import { WriterField } from '../../ui/form/kept-forms.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listChoices } from '../choice/list-choices.ts'
import { said } from './said.ts'

type Choice = OutputOf<typeof listChoices>['choices'][number]

/** What the person decides, each with how it stands and one button to turn it: on and off take the same one step. */
export function Choices({ choices }: { choices: readonly Choice[] }) {
  return (
    <ul className="border-t border-line">
      {choices.map((choice) => (
        <li
          key={choice.purpose}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3"
        >
          <div className="min-w-0 max-w-prose">
            <p className="font-medium">{choice.text.title}</p>
            <p>{choice.text.body}</p>
            <p className="mt-0.5 text-small text-quiet">
              {said(choice.basis)}, {articleWords(choice.article, getLocale())} · <State choice={choice} />
            </p>
          </div>
          <Form method="post" className="shrink-0">
            <WriterField />
            <input type="hidden" name="purpose" value={choice.purpose} />
            <input type="hidden" name="choice" value={choice.state === 'on' ? 'off' : 'on'} />
            <input type="hidden" name="text" value={choice.text.hash} />
            <Button look="quiet" small aria-label={`${turn(choice)}: ${choice.text.title}`}>
              {turn(choice)}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}

function State({ choice }: { choice: Choice }) {
  return (
    <>
      <StateWord tone={choice.state === 'on' ? 'live' : 'plain'}>
        {choice.state === 'on' ? m.rights_choice_on() : m.rights_choice_off()}
      </StateWord>
      {choice.since && (
        <>
          {' '}
          <When at={choice.since} />
        </>
      )}
      {choice.until && `, ${m.rights_choice_until({ day: day(choice.until) })}`}
    </>
  )
}

function turn({ kind, state }: Choice): string {
  if (kind === 'consent') return state === 'on' ? m.rights_choice_withdraw() : m.rights_choice_agree()
  return state === 'on' ? m.rights_choice_object() : m.rights_choice_allow()
}
