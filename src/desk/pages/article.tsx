import { visit } from '../../platform/http/visit.ts'
import { secretsIn } from '../../platform/language/secret-paste.ts'
import { m } from '../../platform/language/words.ts'
import type { showArticle } from '../article/show-article.ts'
import type { Route } from './+types/article.ts'
import { articleUseForm } from './article-actions.ts'
import { ArticlePage } from './article-page.tsx'

export async function loader({ context, params: { articleId }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const article = await call<typeof showArticle>('article.show', { articleId })
  return {
    article,
    mayWrite: can('article.save'),
    looksSecret: secretsIn(article.body).length > 0,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ context, params: { articleId }, request }: Route.ActionArgs) {
  const to = `/desk/articles/${articleId}`
  return articleUseForm(await request.formData(), visit(context), { articleId, to })
}

export default function Article({ loaderData, actionData }: Route.ComponentProps) {
  const { article, mayWrite, looksSecret, done } = loaderData
  return (
    <ArticlePage
      article={article}
      trail={[{ to: '/desk/articles', words: m.desk_articles() }]}
      edit={mayWrite ? `/desk/articles/write?article=${article.id}` : null}
      versions={`/desk/articles/${article.id}/versions`}
      handOver="/desk/access"
      looksSecret={looksSecret}
      done={done}
      answer={actionData}
    />
  )
}
