import { redirect } from 'react-router'
import { formAgain } from '../../platform/http/form-answer.ts'
import { type Visit, visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { MessageExtras, SendButton } from '../../ui/talk/message-extras.tsx'
import type { suggestArticles } from '../article/suggest-articles.ts'
import type { openTicket } from '../ticket/open-ticket.ts'
import type { ticketForm } from '../ticket/ticket-form.ts'
import type { Route } from './+types/new-ticket.ts'
import { DraftArea } from './draft-area.tsx'
import { type MessageAnswer, sendMessage, text } from './message-form.ts'
import { PastedSecret } from './pasted-secret.tsx'
import { SuggestedArticles } from './suggested-articles.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { notices } = await visit(context).call<typeof ticketForm>('ticket.form', {})
  const orderId = new URL(request.url).searchParams.get('order')
  return { notices, orderId, sendingId: crypto.randomUUID() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const here = visit(context)
  const form = await request.formData()
  return sendMessage(form, { visit: here, warn: true }, async (ready) => {
    if (form.has('look')) return await lookFirst(here, form)
    const { ticketId } = await here.call<typeof openTicket>('ticket.open', {
      ...ready,
      subject: text(form, 'subject'),
      ...(form.has('orderId') ? { orderId: text(form, 'orderId') } : {}),
    })
    throw redirect(`/desk/tickets/${ticketId}?done=opened`)
  })
}

/** The form again, with all that was typed and with articles that may answer it. Nothing is sent. */
async function lookFirst({ call }: Visit, form: FormData): Promise<MessageAnswer> {
  const given = { subject: text(form, 'subject').slice(0, 300), language: getLocale() }
  return { ...formAgain(form), suggested: await call<typeof suggestArticles>('article.suggest', given) }
}

export default function NewTicket({ loaderData, actionData }: Route.ComponentProps) {
  const answer: MessageAnswer | undefined = actionData
  const { notices, orderId, sendingId } = loaderData
  return (
    <Page>
      <PageHeader title={m.desk_new_ticket()} trail={[{ to: '/desk/tickets', words: m.desk_tickets() }]} />
      <Form files answer={answer}>
        {orderId && <input type="hidden" name="orderId" value={orderId} />}
        <PastedSecret answer={answer} />
        <Field name="subject" label={m.desk_subject()} hint={m.desk_subject_hint()} notice={notices.subject}>
          <TextInput maxLength={300} />
        </Field>
        <SuggestedArticles given={answer?.suggested} />
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
