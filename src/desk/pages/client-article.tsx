import { visit } from '../../platform/http/visit.ts'
import { secretsIn } from '../../platform/language/secret-paste.ts'
import { m } from '../../platform/language/words.ts'
import type { showArticle } from '../article/show-article.ts'
import type { showClient } from '../clients/show-client.ts'
import type { Route } from './+types/client-article.ts'
import { articleUseForm } from './article-actions.ts'
import { ArticlePage } from './article-page.tsx'
import { trailToClient } from './client-trail.ts'

export async function loader({ context, params: { accountId, articleId }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const [{ client }, article] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof showArticle>('article.show', { accountId, articleId }),
  ])
  return {
    client,
    article,
    mayWrite: can('article.save') && !client.closedAt,
    looksSecret: secretsIn(article.body).length > 0,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ context, params: { accountId, articleId }, request }: Route.ActionArgs) {
  const to = `/staff/clients/${accountId}/articles/${articleId}`
  return articleUseForm(await request.formData(), visit(context), { accountId, articleId, to })
}

export default function ClientArticle({ loaderData, actionData }: Route.ComponentProps) {
  const { client, article, mayWrite, looksSecret, done } = loaderData
  const here = `/staff/clients/${client.id}/articles`
  return (
    <ArticlePage
      article={article}
      trail={[...trailToClient(client), { to: here, words: m.desk_articles() }]}
      edit={mayWrite ? `${here}/write?article=${article.id}` : null}
      versions={`${here}/${article.id}/versions`}
      handOver={`/staff/access/ask?account=${client.id}`}
      looksSecret={looksSecret}
      done={done}
      answer={actionData}
    />
  )
}
