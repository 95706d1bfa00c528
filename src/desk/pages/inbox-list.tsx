import { m } from '../../platform/language/words.ts'
import { PlaceLink, TextLink } from '../../ui/action/place-link.tsx'
import { inputLook } from '../../ui/form/text-input.tsx'
import { When } from '../../ui/text/when.tsx'
import { isQueue, type Queue } from '../inbox/inbox.rules.ts'
import type { TicketLine } from '../ticket/ticket.view.ts'
import { ChannelName } from './channel.tsx'
import { nameOf, subjectOf, TicketState } from './ticket-words.tsx'

const none: Record<Queue, () => string> = {
  mine: m.desk_queue_mine_none,
  unassigned: m.desk_queue_unassigned_none,
  chat: m.desk_queue_chat_none,
  waiting: m.desk_queue_waiting_none,
  open: m.desk_queue_open_none,
  closed: m.desk_queue_closed_none,
}

interface InboxListProps {
  queue: string
  q: string
  tickets: readonly TicketLine[]
  openId: string | undefined
  /** The list's own place, kept while walking its tickets. */
  search: string
}

/** Tickets of a queue. `j` and `k` walk them; the search stands above all queues. */
export function InboxList({ queue, q, tickets, openId, search }: InboxListProps) {
  return (
    <>
      <search className="block border-b border-line p-3">
        <form method="get" action="/staff/inbox/search">
          <input
            type="search"
            name="q"
            defaultValue={q}
            key={q}
            aria-label={m.desk_search_all()}
            placeholder={m.desk_search_all()}
            data-search
            className={inputLook}
          />
        </form>
      </search>
      {queue === 'chat' && (
        <p className="border-b border-line px-4 py-2 text-small">
          <TextLink to="/staff/chat">{m.desk_chat_who_is_there()}</TextLink>
        </p>
      )}
      {tickets.length === 0 ? (
        <p className="p-4 text-quiet">{isQueue(queue) ? none[queue]() : m.desk_search_none({ q })}</p>
      ) : (
        <ul>
          {tickets.map((ticket) => (
            <li
              key={ticket.id}
              data-row
              className="row-link border-b border-line px-4 py-2.5 has-aria-[current]:bg-accent-wash"
            >
              <p className="flex justify-between gap-x-3 text-small text-quiet">
                <span className="min-w-0 truncate">
                  {ticket.channel !== 'desk' && (
                    <>
                      <ChannelName channel={ticket.channel} /> ·{' '}
                    </>
                  )}
                  {whose(ticket)}
                </span>
                <When at={ticket.lastActivityAt} />
              </p>
              <PlaceLink
                to={`/staff/inbox/${queue}/${ticket.id}${search}`}
                aria-current={ticket.id === openId ? 'page' : undefined}
                className={`row-target line-clamp-2 break-words text-ink no-underline ${waits(ticket) ? 'font-semibold' : 'font-medium'}`}
              >
                {subjectOf(ticket.subject)}
              </PlaceLink>
              <p className="flex flex-wrap justify-between gap-x-3 text-small text-quiet">
                <TicketState status={ticket.status} side="staff" />
                <span className="min-w-0 truncate">{ticket.assignedTo?.name ?? ''}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Who wrote without an account is called by their own name in both places: said once. */
function whose({ accountName, openedBy }: TicketLine): string {
  const name = nameOf(openedBy)
  return accountName === name ? name : `${accountName} · ${name}`
}

const waits = ({ status }: TicketLine) => status === 'open' || status === 'waiting_us'
