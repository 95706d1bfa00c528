import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { listArticleVersions } from '../article/list-article-versions.ts'
import type { showArticleVersion } from '../article/show-article-version.ts'
import type { showClient } from '../clients/show-client.ts'
import type { Route } from './+types/client-article-history.ts'
import { askedVersions } from './article-versions.tsx'
import { trailToClient } from './client-trail.ts'
import { OwnArticleVersions } from './own-article-versions.tsx'

export async function loader({ context, params: { accountId, articleId }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { version, below } = askedVersions(request)
  const [{ client }, list, chosen] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof listArticleVersions>('article.versions', { accountId, articleId, ...(below ? { below } : {}) }),
    version ? call<typeof showArticleVersion>('article.version', { accountId, articleId, revision: version }) : null,
  ])
  return { ...list, chosen, below, client, articleId, mayWrite: can('article.save') && !client.closedAt }
}

export default function ClientArticleHistory({ loaderData: { client, ...shown } }: Route.ComponentProps) {
  const articles = `/staff/clients/${client.id}/articles`
  const trail = [...trailToClient(client), { to: articles, words: m.desk_articles() }]
  return <OwnArticleVersions {...shown} trail={trail} articles={articles} />
}
