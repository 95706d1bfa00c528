import { redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { MessageExtras, SendButton } from '../../ui/talk/message-extras.tsx'
import type { showClient } from '../clients/show-client.ts'
import type { openTicket } from '../ticket/open-ticket.ts'
import type { Route } from './+types/new-ticket-for-client.ts'
import { trailToClient } from './client-trail.ts'
import { DraftArea } from './draft-area.tsx'
import { type MessageAnswer, sendMessage, text } from './message-form.ts'
import { PastedSecret } from './pasted-secret.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { client } = await visit(context).call<typeof showClient>('client.show', { accountId: params.accountId })
  return { client, sendingId: crypto.randomUUID() }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const here = visit(context)
  const { accountId } = params
  const form = await request.formData()
  return sendMessage(form, { visit: here, accountId, warn: true }, async (ready) => {
    const { ticketId } = await here.call<typeof openTicket>('ticket.open', {
      ...ready,
      accountId,
      subject: text(form, 'subject'),
    })
    throw redirect(`/staff/inbox/open/${ticketId}`)
  })
}

export default function NewTicketForClient({ loaderData, actionData }: Route.ComponentProps) {
  const answer: MessageAnswer | undefined = actionData
  const { client, sendingId } = loaderData
  return (
    <Page>
      <PageHeader trail={trailToClient(client)} title={m.desk_write_to_client()} />
      <Form files answer={answer}>
        <PastedSecret staff answer={answer} />
        <Field name="subject" label={m.desk_subject()}>
          <TextInput maxLength={300} />
        </Field>
        <Field name="body" label={m.desk_message()}>
          <DraftArea draft={`ticket-for-${client.id}`} />
        </Field>
        <MessageExtras answer={answer} sendingId={sendingId} />
        <SendButton answer={answer} aside={m.desk_reply_next_staff()}>
          {m.desk_reply_send()}
        </SendButton>
      </Form>
    </Page>
  )
}
