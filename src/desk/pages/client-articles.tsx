import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { listArticles } from '../article/list-articles.ts'
import type { showClient } from '../clients/show-client.ts'
import type { Route } from './+types/client-articles.ts'
import { askedOf, listing } from './article-asked.ts'
import { ArticlesPage } from './articles-page.tsx'
import { trailToClient } from './client-trail.ts'

export async function loader({ context, params: { accountId }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const asked = askedOf(request)
  const [{ client }, found] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof listArticles>('article.list', {
      accountId,
      ...listing(asked),
      which: asked.dropped ? 'dropped' : 'used',
    }),
  ])
  return { ...found, ...asked, client, mayWrite: can('article.save') && !client.closedAt }
}

export default function ClientArticles({ loaderData: { client, ...list } }: Route.ComponentProps) {
  return (
    <ArticlesPage
      {...list}
      here={`/staff/clients/${client.id}/articles`}
      trail={trailToClient(client)}
      intro={m.desk_articles_staff_intro()}
      none={m.desk_articles_staff_none()}
    />
  )
}
