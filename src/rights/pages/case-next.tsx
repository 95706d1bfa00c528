import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import type { Case } from './case-words.ts'

interface CaseNextProps {
  shown: Case
  hasCorrected: boolean
  answer: FormAnswer | undefined
}

/** What is to be done with a request now: one thing first, the others beside it. */
export function CaseNext({ shown, hasCorrected, answer }: CaseNextProps) {
  const here = `/staff/rights/${shown.id}`
  if (shown.closedAt) {
    return shown.canLift ? (
      <LinkButton look="quiet" to={`${here}/lift`}>
        {m.rights_case_lift()}
      </LinkButton>
    ) : null
  }
  const email = shown.persons.find((one) => one.asks)?.email ?? null
  const isAsked = shown.identity === 'asked'
  const others = [
    ...(isAsked && email ? [{ to: `${here}/identity`, words: m.rights_case_vouch() }] : []),
    ...(shown.kind === 'rectification' && !isAsked && hasCorrected
      ? [{ to: `${here}/correct`, words: m.rights_case_correct() }]
      : []),
    ...(shown.kind === 'rectification' && !isAsked && !hasCorrected
      ? [{ to: `${here}/answer`, words: m.rights_case_answer() }]
      : []),
    ...(shown.canExtend ? [{ to: `${here}/extend`, words: m.rights_case_extend() }] : []),
    ...(isAsked || shown.kind === 'erasure' ? [{ to: `${here}/answer`, words: m.rights_case_refuse() }] : []),
    ...(shown.canLift ? [{ to: `${here}/lift`, words: m.rights_case_lift() }] : []),
  ]
  return (
    <div className="grid gap-4">
      {isAsked ? (
        <FindOut shown={shown} email={email} answer={answer} />
      ) : (
        <First shown={shown} hasCorrected={hasCorrected} />
      )}
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {others.map(({ to, words }) => (
          <li key={to}>
            <TextLink to={to}>{words}</TextLink>
          </li>
        ))}
        {shown.identity === 'known_contact' && email && (
          <li>
            <Form id="ask" answer={own(answer)} className="inline">
              <button type="submit" className="link">
                {m.rights_case_ask_again()}
              </button>
            </Form>
          </li>
        )}
      </ul>
    </div>
  )
}

const own = (answer: FormAnswer | undefined) => (answer?.values.formId === 'ask' ? answer : undefined)

/** Nothing goes on before it is known who asks. */
function FindOut({ shown, email, answer }: { shown: Case; email: string | null; answer: FormAnswer | undefined }) {
  if (email === null) {
    return (
      <>
        <p className="max-w-prose">{m.rights_case_no_way()}</p>
        <div>
          <LinkButton to={`/staff/rights/${shown.id}/identity`}>{m.rights_case_vouch()}</LinkButton>
        </div>
      </>
    )
  }
  return (
    <>
      <p className="max-w-prose break-words">{m.rights_case_send_code_words({ email })}</p>
      <Form id="ask" answer={own(answer)}>
        <Submit>{m.rights_case_send_code()}</Submit>
      </Form>
    </>
  )
}

function First({ shown, hasCorrected }: { shown: Case; hasCorrected: boolean }) {
  const here = `/staff/rights/${shown.id}`
  const [to, words] =
    shown.kind === 'erasure'
      ? [`${here}/erase`, m.rights_case_plan()]
      : shown.kind === 'rectification' && !hasCorrected
        ? [`${here}/correct`, m.rights_case_correct()]
        : [`${here}/answer`, m.rights_case_answer()]
  return (
    <div>
      <LinkButton to={to}>{words}</LinkButton>
    </div>
  )
}
