import { useEffect, useRef } from 'react'
import { number } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { PlaceLink } from '../../ui/action/place-link.tsx'
import { type Queue, queues } from '../inbox/inbox.rules.ts'

const mostShown = 999

const words: Record<Queue, () => string> = {
  mine: m.desk_queue_mine,
  unassigned: m.desk_queue_unassigned,
  chat: m.desk_queue_chat,
  waiting: m.desk_queue_waiting,
  open: m.desk_queue_open,
  closed: m.desk_queue_closed,
}

interface InboxQueuesProps {
  current: string
  counts: Readonly<Record<Exclude<Queue, 'closed'>, number>>
  /** In one row, above the list of a phone. */
  row?: boolean
}

/** The queues with how much lies in each. What is closed is not counted: it only grows. */
export function InboxQueues({ current, counts, row = false }: InboxQueuesProps) {
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another queue is opened
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav aria-label={m.desk_queues()}>
      <ul
        ref={list}
        className={row ? 'flex gap-1 overflow-x-auto border-b border-line px-2 py-1.5' : 'grid gap-0.5 p-3'}
      >
        {queues.map((queue) => (
          <li key={queue} className="shrink-0">
            <PlaceLink
              to={`/staff/inbox/${queue}`}
              aria-current={queue === current ? 'page' : undefined}
              className="flex min-h-9 items-baseline justify-between gap-2 rounded-md px-2.5 py-1.5 text-ink no-underline hover:bg-sunk aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-accent-strong"
            >
              <span>{words[queue]()}</span>
              {queue !== 'closed' && <span className="tabular text-small text-quiet">{shown(counts[queue])}</span>}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function shown(count: number): string {
  return count > mostShown ? `${number(mostShown)}+` : number(count)
}
