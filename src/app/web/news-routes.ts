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
}

/** Where pages follow what is new. Who may follow what is an operation's to say, of which each connection is an entry in the log. */
export function newsRoutes({ desk, news, pageCaller }: NewsParts): Hono {
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
  app.all('*', (context) =>
    context.json({ error: { code: 'not_found', message: 'nothing is followed here' } }, 404, {
      'cache-control': 'no-store',
    }),
  )
  return app
}
