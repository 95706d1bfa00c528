import { redirect, useOutletContext } from 'react-router'
import type { listLeases } from '../../access/lease/list-leases.ts'
import type { listSecretRequests } from '../../access/request/list-requests.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { useAnswer } from '../../ui/form/use-answer.ts'
import type { NewsState } from '../../ui/live/follow-news.ts'
import { Lost } from '../../ui/live/lost.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showClient } from '../clients/show-client.ts'
import type { listColleagues } from '../inbox/list-colleagues.ts'
import type { showPlaybook } from '../playbook/show-playbook.ts'
import type { addNote } from '../ticket/add-note.ts'
import type { assignTicket } from '../ticket/assign-ticket.ts'
import type { replyToTicket } from '../ticket/reply-to-ticket.ts'
import type { setStatus } from '../ticket/set-status.ts'
import type { showTicket } from '../ticket/show-ticket.ts'
import type { LaterStatus } from '../ticket/ticket.rules.ts'
import type { Route } from './+types/inbox-ticket.ts'
import { ChannelName, Reader } from './channel.tsx'
import { sendMessage, text } from './message-form.ts'
import { NeverDo } from './playbook-sheet.tsx'
import { StaffAnswers } from './staff-answers.tsx'
import { StaffHandling } from './staff-handling.tsx'
import { StaffSide } from './staff-side.tsx'
import { Talk } from './talk.tsx'
import { isAsked } from './ticket-side.tsx'
import { nameOf, subjectOf, TicketState } from './ticket-words.tsx'
import { useNewest } from './use-newest.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, can, actor } = visit(context)
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  const shown = await call<typeof showTicket>('ticket.show', { ticketId: params.ticketId, before })
  const { accountId } = shown.ticket
  const [{ client, people }, { playbook }, { colleagues }, access, asked] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof showPlaybook>('playbook.show', { accountId }),
    call<typeof listColleagues>('inbox.colleagues', {}),
    can('lease.list') ? call<typeof listLeases>('lease.list', { accountId, ticketId: params.ticketId }) : null,
    can('secret_request.list')
      ? call<typeof listSecretRequests>('secret_request.list', { accountId, ticketId: params.ticketId })
      : null,
  ])
  return {
    ...shown,
    client,
    people,
    playbook,
    mayDirect: can('playbook.save'),
    colleagues,
    leases: access?.leases ?? null,
    asked: asked?.requests.filter(isAsked) ?? [],
    me: actor.kind === 'staff' ? actor.staffId : '',
    before: before ?? null,
    sendingId: crypto.randomUUID(),
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const here = visit(context)
  const { ticketId, queue } = params
  const form = await request.formData()
  const formId = text(form, 'formId')
  const back = () => redirect(`/staff/inbox/${queue}/${ticketId}${new URL(request.url).search}`)
  if (formId === 'note') {
    return answerForm(form, async () => {
      const sendingId = text(form, 'sendingId') || undefined
      await here.call<typeof addNote>('ticket.note', { ticketId, body: text(form, 'body'), sendingId })
      return back()
    })
  }
  if (formId === 'assign' || formId === 'take') {
    return answerForm(form, async () => {
      const [to, instead] = [text(form, 'to') || null, text(form, 'instead') || null]
      await here.call<typeof assignTicket>('ticket.assign', { ticketId, to, instead })
      return back()
    })
  }
  if (formId === 'status') {
    return answerForm(form, async () => {
      const status = text(form, 'status') as LaterStatus
      await here.call<typeof setStatus>('ticket.set_status', { ticketId, status })
      return back()
    })
  }
  return sendMessage(form, { visit: here, accountId: text(form, 'accountId'), warn: true }, async (ready) => {
    await here.call<typeof replyToTicket>('ticket.reply', { ticketId, ...ready })
    return back()
  })
}

export default function InboxTicket({ loaderData, actionData, params }: Route.ComponentProps) {
  const { ticket, entries, earlier, before, playbook, sendingId, colleagues, me, seenAt, people } = loaderData
  const newest = useNewest(ticket.id, entries.length)
  const isLong = ticket.subject.length > 120
  const answer = useAnswer(actionData && 'errors' in actionData ? actionData : undefined)
  const news = useOutletContext<NewsState>()
  return (
    <div key={ticket.id} className="@container">
      <title>{`#${ticket.number} ${subjectOf(ticket.subject)} · Zavor`}</title>
      <header className={`z-10 border-b border-line bg-paper px-4 py-3 lg:px-6 ${isLong ? '' : 'lg:sticky lg:top-0'}`}>
        <p className="text-small lg:hidden">
          <TextLink to={`/staff/inbox/${params.queue}`}>← {m.desk_back_to_list()}</TextLink>
        </p>
        <h1 className={`max-w-prose break-words ${isLong ? 'text-body' : 'text-lead'}`}>{subjectOf(ticket.subject)}</h1>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-small text-quiet">
          <span className="tabular">#{ticket.number}</span>
          <ChannelName channel={ticket.channel} />
          <TicketState status={ticket.status} side="staff" />
          <When at={ticket.statusAt} />
          <TextLink to={`/staff/clients/${ticket.accountId}`}>{ticket.accountName}</TextLink>
          {nameOf(ticket.openedBy) !== ticket.accountName && <span>{nameOf(ticket.openedBy)}</span>}
        </p>
        <StaffHandling ticket={ticket} colleagues={colleagues} me={me} answer={answer} />
      </header>
      <div className="grid gap-x-6 gap-y-6 px-4 py-5 lg:px-6 @min-[40rem]:grid-cols-[minmax(0,1fr)_13.5rem] @min-[56rem]:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="min-w-0">
          {playbook?.never && (
            <div className="mb-4 text-small @min-[40rem]:hidden">
              <NeverDo words={playbook.never} />
            </div>
          )}
          <Talk accountId={ticket.accountId} entries={entries} earlier={earlier} live={before === null} />
          <Reader channel={ticket.channel} seenAt={seenAt} hasAddress={people.some((one) => one.email)} />
          <Lost state={news} />
          <div ref={newest} />
          {before === null && <StaffAnswers ticket={ticket} sendingId={sendingId} answer={answer} />}
        </div>
        <StaffSide {...loaderData} />
      </div>
    </div>
  )
}
