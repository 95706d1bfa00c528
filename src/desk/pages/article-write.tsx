import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { showArticle } from '../article/show-article.ts'
import type { showArticleVersion } from '../article/show-article-version.ts'
import type { ticketForm } from '../ticket/ticket-form.ts'
import type { Route } from './+types/article-write.ts'
import { saveArticleForm } from './article-actions.ts'
import { ArticleForm } from './article-form.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  if (!can('article.save')) throw notAllowed()
  const asked = new URL(request.url).searchParams
  const articleId = asked.get('article')
  const version = asked.get('version')
  const [{ notices }, article, before] = await Promise.all([
    call<typeof ticketForm>('ticket.form', {}),
    articleId ? call<typeof showArticle>('article.show', { articleId }) : null,
    articleId && version ? call<typeof showArticleVersion>('article.version', { articleId, revision: version }) : null,
  ])
  return { article, before, notice: notices.article }
}

export async function action({ context, request }: Route.ActionArgs) {
  return saveArticleForm(await request.formData(), visit(context), '/desk/articles')
}

export default function WriteArticle({ loaderData: { article, before, notice }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={article ? m.desk_article_edit_title() : m.desk_article_write()}
        trail={[
          { to: '/desk/articles', words: m.desk_articles() },
          ...(article ? [{ to: `/desk/articles/${article.id}`, words: article.title }] : []),
        ]}
      />
      <ArticleForm article={article} before={before} answer={actionData} notice={notice} />
    </Page>
  )
}
