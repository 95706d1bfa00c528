import { day } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { AskedText } from '../choice/asked.ts'
import type { ChoiceStands } from '../choice/choice-stands.ts'
import { AgreeOrNot, ChoiceFields } from './choice-parts.tsx'

interface ChoiceFormProps {
  stands: ChoiceStands
  texts: readonly AskedText[]
  asked: string
  isSignedIn: boolean
}

/** How the choice stands, and the same buttons as in the bar, with one tick for each purpose. Nothing is ticked beforehand. */
export function ChoiceForm({ stands, texts, asked, isSignedIn }: ChoiceFormProps) {
  const page = `/${getLocale()}/cookies`
  return (
    <form method="post" action={page} className="grid max-w-form gap-5">
      <ChoiceFields surface="cookie page" to={page} asked={asked} />
      <p className="text-quiet">
        <StateWord tone={stands.kind === 'given' ? 'live' : 'plain'}>{stateWord(stands)}</StateWord>{' '}
        {stateWords(stands)}
        {stands.isSignalled && ` ${m.site_choice_signal()}`}
        {isSignedIn && ` ${m.site_choice_signed_in()}`}
      </p>
      {stands.kind === 'given' ? (
        <div>
          <Button look="quiet" name="choice" value="withdraw">
            {m.site_choice_withdraw()}
          </Button>
        </div>
      ) : (
        <AgreeOrNot />
      )}
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium">{m.site_choice_one_by_one()}</legend>
        {texts.map(({ purpose, title, body }) => (
          <div key={purpose} className="grid grid-cols-[1.125rem_1fr] gap-x-3">
            <input
              type="checkbox"
              id={`given-${purpose}`}
              name="given"
              value={purpose}
              defaultChecked={stands.given.includes(purpose)}
              aria-describedby={`given-${purpose}-text`}
              className="mt-[0.2em] size-4.5 accent-accent"
            />
            <label htmlFor={`given-${purpose}`}>{title}</label>
            <p id={`given-${purpose}-text`} className="col-start-2 text-small text-quiet">
              {body}
            </p>
          </div>
        ))}
        <div>
          <Button look="quiet" name="choice" value="save">
            {m.site_choice_save()}
          </Button>
        </div>
      </fieldset>
    </form>
  )
}

function stateWord({ kind }: ChoiceStands): string {
  if (kind === 'given') return m.site_choice_state_given()
  return kind === 'refused' ? m.site_choice_state_refused() : m.site_choice_state_open()
}

function stateWords({ kind, on, until }: ChoiceStands): string {
  if (kind === 'open') return m.site_choice_nothing_yet()
  if (!on || !until) return m.site_choice_nothing_set()
  const days = { day: day(new Date(on)), until: day(new Date(until)) }
  return kind === 'given' ? m.site_choice_given_until(days) : m.site_choice_refused_until(days)
}
