import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { showArticle } from '../article/show-article.ts'
import type { showArticleVersion } from '../article/show-article-version.ts'
import type { showClient } from '../clients/show-client.ts'
import type { ticketForm } from '../ticket/ticket-form.ts'
import type { Route } from './+types/client-article-write.ts'
import { saveArticleForm } from './article-actions.ts'
import { ArticleForm } from './article-form.tsx'
import { trailToClient } from './client-trail.ts'

export async function loader({ context, params: { accountId }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  if (!can('article.save')) throw notAllowed()
  const asked = new URL(request.url).searchParams
  const articleId = asked.get('article')
  const version = asked.get('version')
  const [{ client }, { notices }, article, before] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof ticketForm>('ticket.form', {}),
    articleId ? call<typeof showArticle>('article.show', { accountId, articleId }) : null,
    articleId && version
      ? call<typeof showArticleVersion>('article.version', { accountId, articleId, revision: version })
      : null,
  ])
  return { client, article, before, notice: notices.article }
}

export async function action({ context, params: { accountId }, request }: Route.ActionArgs) {
  const articles = `/staff/clients/${accountId}/articles`
  return saveArticleForm(await request.formData(), visit(context), articles, accountId)
}

export default function WriteClientArticle({ loaderData, actionData }: Route.ComponentProps) {
  const { client, article, before, notice } = loaderData
  const articles = `/staff/clients/${client.id}/articles`
  return (
    <Page>
      <PageHeader
        title={article ? m.desk_article_edit_title() : m.desk_article_write()}
        trail={[
          ...trailToClient(client),
          { to: articles, words: m.desk_articles() },
          ...(article ? [{ to: `${articles}/${article.id}`, words: article.title }] : []),
        ]}
      />
      <ArticleForm article={article} before={before} answer={actionData} notice={notice} />
    </Page>
  )
}
