import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { listArticles } from '../article/list-articles.ts'
import type { Route } from './+types/articles.ts'
import { askedOf, listing } from './article-asked.ts'
import { ArticlesPage } from './articles-page.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const asked = askedOf(request)
  const found = await call<typeof listArticles>('article.list', {
    ...listing(asked),
    which: asked.dropped ? 'dropped' : 'used',
  })
  return { ...found, ...asked, mayWrite: can('article.save') }
}

export default function Articles({ loaderData }: Route.ComponentProps) {
  return (
    <ArticlesPage
      {...loaderData}
      here="/desk/articles"
      intro={m.desk_articles_client_intro()}
      none={m.desk_articles_client_none()}
    />
  )
}
