import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Steady } from '../../ui/live/steady.tsx'
import { Conversation, Message } from '../../ui/talk/message.tsx'
import { When } from '../../ui/text/when.tsx'
import { erasedWords, type TicketEventKind } from '../ticket/ticket.rules.ts'
import type { Entry } from '../ticket/ticket.view.ts'
import { nameOf } from './ticket-words.tsx'

interface TalkProps {
  accountId: string
  entries: readonly Entry[]
  /** Leads to the page before; null at the beginning. */
  earlier: string | null
  /** The end of it stands on a page that is told what is new. */
  live?: boolean
}

/** What was said and what happened, the newest last. */
export function Talk({ accountId, entries, earlier, live = false }: TalkProps) {
  return (
    <Steady>
      {earlier && (
        <p className="mb-4">
          <TextLink to={`?before=${earlier}`}>{m.desk_earlier()}</TextLink>
        </p>
      )}
      <Conversation live={live}>
        {entries.map((one) =>
          one.kind === 'event' ? (
            <Happened key={one.id} event={one} />
          ) : (
            <Message
              key={one.id}
              id={`m-${one.id}`}
              author={nameOf(one.by)}
              side={one.kind === 'note' ? 'note' : one.by.side}
              at={one.at}
              files={
                one.kind === 'message'
                  ? one.files.map((file) => ({
                      to: `/files/${accountId}/${file.id}`,
                      name: file.name,
                      bytes: file.sizeBytes,
                    }))
                  : []
              }
            >
              {one.body === erasedWords ? <i className="text-quiet">{m.desk_words_erased()}</i> : one.body}
            </Message>
          ),
        )}
      </Conversation>
    </Steady>
  )
}

type Happening = Extract<Entry, { kind: 'event' }>

const says: Record<TicketEventKind, (given: { who: string; assignee: string }) => string> = {
  opened: m.desk_event_opened,
  waiting_client: m.desk_event_waiting_client,
  waiting_us: m.desk_event_waiting_us,
  closed: m.desk_event_closed,
  assigned: m.desk_event_assigned,
  released: m.desk_event_released,
}

function Happened({ event }: { event: Happening }): ReactNode {
  const who = event.by ? nameOf(event.by) : m.desk_the_desk()
  const taken = event.event === 'assigned' && event.by?.name === event.assignee
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 pl-4 text-small text-quiet">
      <span>
        {taken
          ? m.desk_event_taken({ who })
          : says[event.event]({ who, assignee: event.assignee ?? m.desk_name_hidden() })}
      </span>
      <When at={event.at} />
    </p>
  )
}
