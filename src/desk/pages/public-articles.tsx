import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Search } from '../../ui/form/search.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { listPublicArticles } from '../article/list-public-articles.ts'
import type { Route } from './+types/public-articles.ts'
import { askedOf, listing, pageOf } from './article-asked.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  const asked = askedOf(request)
  const found = await call<typeof listPublicArticles>('public_article.list', {
    language: getLocale(),
    ...listing(asked),
  })
  return { ...found, ...asked, origin }
}

/** What the provider explains to everybody, without an account (P39). */
export default function PublicArticles({ loaderData: { articles, next, origin, q, after } }: Route.ComponentProps) {
  const locale = getLocale()
  return (
    <Page>
      <PublicHead
        title={m.desk_public_articles()}
        description={m.desk_public_articles_description()}
        origin={origin}
        path="/articles"
      />
      <PageHeader title={m.desk_public_articles()} windowTitle="" />
      <p className="mb-6 max-w-prose text-quiet">{m.desk_public_articles_lead()}</p>
      {(articles.length > 0 || q) && (
        <div className="mb-8">
          <Search label={m.desk_articles_search()} q={q} />
        </div>
      )}
      {articles.length === 0 && (
        <EmptyState
          action={
            <a className="link" href={`/${locale}/contact`}>
              {m.desk_public_articles_ask()}
            </a>
          }
        >
          {q ? m.desk_articles_search_none({ q }) : m.desk_public_articles_none()}
        </EmptyState>
      )}
      <ul className="grid gap-6">
        {articles.map((one) => (
          <li key={one.id} className="max-w-prose">
            <h2 className="text-lead break-words">
              <a className="link" href={`/${locale}/articles/${one.slug}`}>
                {one.title[locale]}
              </a>
            </h2>
            <p className="mt-1 break-words">{one.lead[locale]}</p>
          </li>
        ))}
      </ul>
      <Pager newer={after ? pageOf({ q }, null) : null} older={next && pageOf({ q }, next)} />
    </Page>
  )
}
