import { redirect } from 'react-router'
import type { listLeases } from '../../access/lease/list-leases.ts'
import type { listSecretRequests } from '../../access/request/list-requests.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Button, LinkButton } from '../../ui/action/button.tsx'
import { JumpLink } from '../../ui/action/jump-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useAnswer } from '../../ui/form/use-answer.ts'
import { Lost } from '../../ui/live/lost.tsx'
import { useNews } from '../../ui/live/use-news.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { replyToTicket } from '../ticket/reply-to-ticket.ts'
import type { setStatus } from '../ticket/set-status.ts'
import type { showTicket } from '../ticket/show-ticket.ts'
import type { Route } from './+types/ticket.ts'
import { type MessageAnswer, sendMessage } from './message-form.ts'
import { ReplyForm } from './reply-form.tsx'
import { Talk } from './talk.tsx'
import { AccessOnTicket, isAsked, OrderOfTicket } from './ticket-side.tsx'
import { nameOf, subjectOf, TicketState } from './ticket-words.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = visit(context)
  const { ticketId } = params
  const search = new URL(request.url).searchParams
  const before = search.get('before') ?? undefined
  const [shown, { leases }, { requests }] = await Promise.all([
    call<typeof showTicket>('ticket.show', { ticketId, before }),
    call<typeof listLeases>('lease.list', { ticketId }),
    call<typeof listSecretRequests>('secret_request.list', { ticketId }),
  ])
  return {
    ...shown,
    leases,
    asked: requests.filter(isAsked),
    before: before ?? null,
    done: search.get('done'),
    sendingId: crypto.randomUUID(),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const here = visit(context)
  const { ticketId } = params
  const form = await request.formData()
  if (form.get('formId') === 'close') {
    await here.call<typeof setStatus>('ticket.set_status', { ticketId, status: 'closed' })
    throw redirect(`/desk/tickets/${ticketId}?done=closed`)
  }
  return sendMessage(form, { visit: here, warn: true }, async (ready) => {
    const { messageId } = await here.call<typeof replyToTicket>('ticket.reply', { ticketId, ...ready })
    throw redirect(`/desk/tickets/${ticketId}?done=sent#m-${messageId}`)
  })
}

export default function Ticket({ loaderData, actionData }: Route.ComponentProps) {
  const answer = useAnswer<MessageAnswer>(actionData)
  const { ticket, entries, earlier, leases, asked, before, done, notice, sendingId } = loaderData
  const news = useNews(`/news/tickets/${ticket.id}`, 20)
  const closed = ticket.status === 'closed'
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/desk/tickets', words: m.desk_tickets() }]}
        title={subjectOf(ticket.subject)}
        windowTitle={`#${ticket.number} ${subjectOf(ticket.subject)}`}
        state={
          <>
            <span className="tabular">#{ticket.number}</span>
            <TicketState status={ticket.status} side="client" />
            <When at={ticket.statusAt} />
            {entries.length > 6 && <JumpLink id={newestOf(entries)}>{m.desk_to_newest()}</JumpLink>}
            {ticket.assignedTo && <span>{m.desk_in_hands_of({ name: nameOf(ticket.assignedTo) })}</span>}
          </>
        }
      />
      {done && <Done what={done} />}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          <Talk accountId={ticket.accountId} entries={entries} earlier={earlier} live={before === null} />
          <Lost state={news} />
          {before === null && (
            <div className="mt-8 grid gap-6">
              {asked.map((request) => (
                <Notice
                  key={request.id}
                  tone="wait"
                  title={m.desk_access_waits()}
                  action={
                    <LinkButton small to={`/desk/access/${request.id}`}>
                      {m.desk_access_hand_over()}
                    </LinkButton>
                  }
                >
                  {m.desk_access_waits_words()}
                </Notice>
              ))}
              <ReplyForm ticketId={ticket.id} sendingId={sendingId} answer={answer} closed={closed} notice={notice} />
              {!closed && (
                <Form id="close" className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
                  <Button look="quiet" small>
                    {m.desk_close_client()}
                  </Button>
                  <span className="text-small text-quiet">{m.desk_close_client_hint()}</span>
                </Form>
              )}
            </div>
          )}
        </div>
        <aside aria-label={m.desk_beside_ticket()} className="grid content-start gap-6">
          <AccessOnTicket leases={leases} area="desk" />
          <OrderOfTicket orderId={ticket.orderId} area="desk" />
        </aside>
      </div>
    </Page>
  )
}

/** The place of the last thing said. */
function newestOf(entries: Route.ComponentProps['loaderData']['entries']): string {
  return `m-${entries.findLast(({ kind }) => kind !== 'event')?.id ?? ''}`
}

function Done({ what }: { what: string }) {
  const words = { opened: m.desk_done_opened, sent: m.desk_done_sent, closed: m.desk_done_closed }[what]
  if (!words) return null
  return (
    <div className="mb-6">
      <Notice tone="done" announce title={words()} />
    </div>
  )
}
