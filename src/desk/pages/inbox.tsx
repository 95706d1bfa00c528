import { Outlet, type ShouldRevalidateFunctionArgs, useParams } from 'react-router'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { Lost } from '../../ui/live/lost.tsx'
import { useNews } from '../../ui/live/use-news.ts'
import { ThreePane } from '../../ui/talk/three-pane.tsx'
import type { countInbox } from '../inbox/count-inbox.ts'
import { isQueue } from '../inbox/inbox.rules.ts'
import type { listInbox } from '../inbox/list-inbox.ts'
import type { searchForTickets } from '../search/search-tickets.ts'
import type { Route } from './+types/inbox.ts'
import { InboxList } from './inbox-list.tsx'
import { InboxQueues } from './inbox-queues.tsx'

/** A queue of the inbox; the name `search` stands for what a search finds. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = visit(context)
  const asked = new URL(request.url).searchParams
  const q = (asked.get('q') ?? '').slice(0, 200)
  const after = asked.get('after') ?? undefined
  const { queue } = params
  const list = async () => {
    if (queue === 'search') return call<typeof searchForTickets>('ticket.search', { q, after })
    if (!isQueue(queue)) throw nothingHere()
    return call<typeof listInbox>('inbox.list', { queue, after })
  }
  const [counts, found] = await Promise.all([call<typeof countInbox>('inbox.count', {}), list()])
  return { counts, queue, q, after: after ?? null, ...found }
}

/** Going from ticket to ticket leaves the list as it is; what is done to one, and time, read it anew. */
export function shouldRevalidate({ currentUrl, nextUrl, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  const place = (url: URL) => url.pathname.split('/').slice(0, 4).join('/') + url.search
  const walked = currentUrl.pathname !== nextUrl.pathname
  return formMethod !== undefined || !walked || place(currentUrl) !== place(nextUrl)
}

export default function Inbox({ loaderData }: Route.ComponentProps) {
  const news = useNews('/news/inbox', 15)
  const { counts, queue, q, after, tickets, next } = loaderData
  const { ticketId } = useParams()
  const keep = queue === 'search' ? `q=${encodeURIComponent(q)}` : ''
  const page = after ? [keep, `after=${after}`].filter(Boolean).join('&') : keep
  return (
    <ThreePane
      shown={ticketId ? 'item' : 'list'}
      labels={{ queues: m.desk_queues(), list: m.desk_tickets(), item: m.desk_ticket_open() }}
      queues={<InboxQueues current={queue} counts={counts} />}
      list={
        <>
          {!ticketId && <h1 className="sr-only">{m.desk_inbox()}</h1>}
          {!ticketId && (
            <div className="px-4">
              <Lost state={news} />
            </div>
          )}
          <div className="lg:hidden">
            <InboxQueues current={queue} counts={counts} row />
          </div>
          <InboxList queue={queue} q={q} tickets={tickets} openId={ticketId} search={page ? `?${page}` : ''} />
          <div className="px-4 pb-6">
            <Pager
              newer={after ? `?${keep}` : null}
              older={next && `?${[keep, `after=${next}`].filter(Boolean).join('&')}`}
            />
          </div>
        </>
      }
      item={<Outlet context={news} />}
    />
  )
}
