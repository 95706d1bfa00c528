import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Search } from '../../ui/form/search.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listPublicArticles } from '../article/list-public-articles.ts'
import type { Route } from './+types/staff-articles.ts'
import { askedOf, listing, pageOf } from './article-asked.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const asked = askedOf(request)
  const found = await call<typeof listPublicArticles>('public_article.list', {
    which: 'all',
    language: getLocale(),
    ...listing(asked),
  })
  return { ...found, ...asked, mayWrite: can('public_article.save') }
}

/** What everybody may read, drafts among it, for those who write it. */
export default function StaffArticles({ loaderData: { articles, next, q, after, mayWrite } }: Route.ComponentProps) {
  const locale = getLocale()
  const write = mayWrite && <LinkButton to="/staff/articles/write">{m.desk_article_write()}</LinkButton>
  return (
    <Page>
      <PageHeader
        title={m.desk_public_articles()}
        state={<span className="max-w-prose">{m.desk_public_articles_staff_intro()}</span>}
        action={(articles.length > 0 || q) && write}
      />
      {(articles.length > 0 || q) && (
        <div className="mb-4">
          <Search label={m.desk_articles_search()} q={q} />
        </div>
      )}
      <Table
        label={m.desk_public_articles()}
        rows={articles}
        rowKey={(one) => one.id}
        rowTo={(one) => (mayWrite ? `/staff/articles/write?article=${one.slug}` : `/${locale}/articles/${one.slug}`)}
        columns={[
          {
            key: 'title',
            head: m.desk_article_title(),
            cell: (one) => <span className="break-words">{one.title[locale]}</span>,
            wide: true,
            phone: 'title',
          },
          {
            key: 'state',
            head: m.desk_status(),
            cell: (one) => (
              <StateWord tone={one.published ? 'live' : 'wait'}>
                {one.published ? m.desk_article_published() : m.desk_article_draft()}
              </StateWord>
            ),
          },
          { key: 'at', head: m.desk_article_changed(), cell: (one) => <When at={one.updatedAt} />, end: true },
        ]}
        empty={
          <EmptyState action={!q && write}>
            {q ? m.desk_articles_search_none({ q }) : m.desk_public_articles_staff_none()}
          </EmptyState>
        }
      />
      <Pager newer={after ? pageOf({ q }, null) : null} older={next && pageOf({ q }, next)} />
    </Page>
  )
}
