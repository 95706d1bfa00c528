import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Search } from '../../ui/form/search.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { ArticleLine } from '../article/article.view.ts'
import { pageOf } from './article-asked.ts'
import { ArticleList } from './article-list.tsx'

interface ArticlesPageProps {
  articles: readonly ArticleLine[]
  next: string | null
  q: string
  dropped: boolean
  after: string | null
  /** The list's own address. */
  here: string
  mayWrite: boolean
  trail?: readonly { readonly to: string; readonly words: string }[]
  intro: string
  none: string
}

/** The knowledge base of one client, for its own people and for the staff alike. */
export function ArticlesPage(props: ArticlesPageProps) {
  const { articles, next, q, dropped, after, here, mayWrite, trail = [], intro, none } = props
  const write = mayWrite && <LinkButton to={`${here}/write`}>{m.desk_article_write()}</LinkButton>
  const list = articles.length > 0
  return (
    <Page>
      <PageHeader
        title={dropped ? m.desk_articles_dropped() : m.desk_articles()}
        trail={dropped ? [...trail, { to: here, words: m.desk_articles() }] : trail}
        state={!dropped && <span className="max-w-prose">{intro}</span>}
        action={!dropped && (list || q) && write}
      />
      {(list || q) && (
        <div className="mb-4">
          <Search label={m.desk_articles_search()} q={q} {...(dropped ? { keep: { dropped: '' } } : {})} />
        </div>
      )}
      {!list && (
        <EmptyState action={!q && !dropped && write}>
          {q ? m.desk_articles_search_none({ q }) : dropped ? m.desk_articles_dropped_none() : none}
        </EmptyState>
      )}
      <ArticleList articles={articles} to={(id) => `${here}/${id}`} />
      <Pager newer={after ? pageOf(props, null) : null} older={next && pageOf(props, next)} />
      {!dropped && mayWrite && (
        <p className="mt-6 text-small">
          <TextLink to={`${here}?dropped`}>{m.desk_articles_dropped()}</TextLink>
        </p>
      )}
    </Page>
  )
}
