import { Hono } from 'hono'
import { chatToken } from '../../chat/chat-cookie.ts'
import type { Topic } from '../../platform/news/news-hub.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import type { Desk } from '../desk.ts'
import type { NewsStreams } from './news-streams.ts'

export interface NewsParts {
  readonly desk: Pick<Desk, 'callByName'>
  readonly news: NewsStreams
  /** Who asks, by the session cookie. */
  readonly pageCaller: (request: Request) => Promise<Caller>
  /** Whether pages can be read at all: the database answers. */
  readonly canRead: () => Promise<boolean>
}

/** Where pages follow what is new. Who may follow what is an operation's to say, of which each connection is an entry in the log. */
export function newsRoutes({ desk, news, pageCaller, canRead }: NewsParts): Hono {
  const app = new Hono()
  const topics = async (request: Request, operation: string, input: unknown): Promise<readonly Topic[]> => {
    const answer = await desk.callByName(await pageCaller(request), operation, input)
    return (answer as { topics: Topic[] }).topics
  }
  app.all(
    '/tickets/:ticketId',
    news.follow((request, { ticketId }) => topics(request, 'ticket.follow', { ticketId })),
  )
  app.all(
    '/inbox',
    news.follow((request) => topics(request, 'inbox.follow', {})),
  )
  // Who has no account is known by the conversation that the browser began; without one there is nothing to follow.
  app.all(
    '/chat',
    news.follow((request) => topics(request, 'conversation.follow', { token: chatToken(request.headers) ?? '' })),
  )
  app.all(
    '/conversations/:token',
    news.follow((request, { token }) => topics(request, 'conversation.follow', { token })),
  )
  // Asked by a page that nobody tells anything: whether looking by itself would show more than what is lost.
  const answered = lasting(canRead)
  app.get('/there', async (context) =>
    context.body(null, (await answered()) ? 204 : 503, { 'cache-control': 'no-store' }),
  )
  app.all('*', (context) =>
    context.json({ error: { code: 'not_found', message: 'nothing is followed here' } }, 404, {
      'cache-control': 'no-store',
    }),
  )
  return app
}

/** However many ask, the question is put once a second. */
function lasting(ask: () => Promise<boolean>): () => Promise<boolean> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined
  return () => {
    const now = performance.now()
    if (!last || now - last.at > 1_000) last = { at: now, answer: ask() }
    return last.answer
  }
}
