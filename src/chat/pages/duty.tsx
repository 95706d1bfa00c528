import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { typedIn } from '../../platform/http/typed-in.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { beThere, leaveChat, showDuty } from '../duty.ts'
import type { Route } from './+types/duty.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return visit(context).call<typeof showDuty>('chat.duty', {})
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const wish = typedIn(form)('wish')
  return answerForm(form, async () => {
    if (wish === 'leave') await call<typeof leaveChat>('chat.leave', {})
    else await call<typeof beThere>('chat.be_there', {})
    return redirect('/staff/chat')
  })
}

export default function Duty({ loaderData, actionData }: Route.ComponentProps) {
  const { mine, here, waiting } = loaderData
  const answer = actionData && 'errors' in actionData ? actionData : undefined
  return (
    <Page>
      <PageHeader
        title={m.chat_duty_title()}
        state={
          <StateWord tone={mine ? 'live' : 'plain'}>{mine ? m.chat_duty_here() : m.chat_duty_not_here()}</StateWord>
        }
      />
      <p className="max-w-prose">{m.chat_duty_lead()}</p>
      <Form answer={answer} className="mt-5">
        <input type="hidden" name="wish" value={mine ? 'leave' : 'begin'} />
        <Submit look={mine ? 'quiet' : 'primary'}>{mine ? m.chat_duty_leave() : m.chat_duty_begin()}</Submit>
      </Form>
      <Section title={waiting > 0 ? m.chat_duty_waiting({ count: waiting }) : m.chat_duty_none_waiting()}>
        <LinkButton look="quiet" to="/staff/inbox/chat">
          {m.chat_to_queue()}
        </LinkButton>
      </Section>
      <Section title={m.chat_duty_people()}>
        {here.length === 0 ? (
          <p className="max-w-prose text-quiet">{m.chat_duty_nobody()}</p>
        ) : (
          <ul className="grid gap-1">
            {here.map(({ staffId, name, since }) => (
              <li key={staffId} className="flex flex-wrap gap-x-3">
                <span className="font-medium">{name}</span>
                <span className="text-quiet">
                  <When at={since} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}
