import { redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { openTicket } from '../ticket/open-ticket.ts'
import type { ticketForm } from '../ticket/ticket-form.ts'
import type { Route } from './+types/new-ticket.ts'
import { DraftArea } from './draft-area.tsx'
import { MessageExtras, SecretQuestion, SendButton } from './message-fields.tsx'
import { type MessageAnswer, sendMessage, text } from './message-form.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { notices } = await visit(context).call<typeof ticketForm>('ticket.form', {})
  const orderId = new URL(request.url).searchParams.get('order')
  return { notices, orderId, sendingId: crypto.randomUUID() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const here = visit(context)
  const form = await request.formData()
  return sendMessage(form, { visit: here, warn: true }, async (ready) => {
    const { ticketId } = await here.call<typeof openTicket>('ticket.open', {
      ...ready,
      subject: text(form, 'subject'),
      ...(form.has('orderId') ? { orderId: text(form, 'orderId') } : {}),
    })
    throw redirect(`/desk/tickets/${ticketId}?done=opened`)
  })
}

export default function NewTicket({ loaderData, actionData }: Route.ComponentProps) {
  const answer: MessageAnswer | undefined = actionData
  const { notices, orderId, sendingId } = loaderData
  return (
    <Page>
      <PageHeader title={m.desk_new_ticket()} trail={[{ to: '/desk/tickets', words: m.desk_tickets() }]} />
      <Form files answer={answer}>
        {orderId && <input type="hidden" name="orderId" value={orderId} />}
        <SecretQuestion answer={answer} />
        <Field name="subject" label={m.desk_subject()} hint={m.desk_subject_hint()} notice={notices.subject}>
          <TextInput maxLength={300} />
        </Field>
        <Field name="body" label={m.desk_what_happened()} hint={m.desk_what_happened_hint()} notice={notices.body}>
          <DraftArea draft="new-ticket" />
        </Field>
        <MessageExtras answer={answer} sendingId={sendingId} />
        <SendButton answer={answer} aside={m.desk_open_next()}>
          {m.desk_open_send()}
        </SendButton>
      </Form>
    </Page>
  )
}
