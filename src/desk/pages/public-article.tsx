import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { When } from '../../ui/text/when.tsx'
import { leadOf } from '../article/article.rules.ts'
import type { showPublicArticle } from '../article/show-public-article.ts'
import type { Route } from './+types/public-article.ts'
import { ArticleText } from './article-text.tsx'

export async function loader({ context, params: { slug } }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  const { title, blocks, body, updatedAt, published } = await call<typeof showPublicArticle>('public_article.show', {
    slug,
  })
  const locale = getLocale()
  const description = leadOf(body[locale], 160)
  return { origin, title: title[locale], blocks: blocks[locale], description, updatedAt, published, slug }
}

export default function PublicArticle({ loaderData }: Route.ComponentProps) {
  const { origin, title, blocks, description, updatedAt, published, slug } = loaderData
  const locale = getLocale()
  return (
    <Page>
      <PublicHead title={title} description={description} origin={origin} path={`/articles/${slug}`} />
      <PageHeader
        title={title}
        windowTitle=""
        trail={[{ to: `/${locale}/articles`, words: m.desk_public_articles() }]}
        state={
          <>
            {!published && <strong>{m.desk_article_draft_seen()}</strong>}
            <span>
              {m.desk_public_article_changed()} <When at={updatedAt} exact />
            </span>
          </>
        }
      />
      <ArticleText blocks={blocks} />
      <p className="mt-10 max-w-prose border-t border-line pt-4">
        {m.desk_public_article_help()}{' '}
        <a className="link" href={`/${locale}/contact`}>
          {m.desk_public_articles_ask()}
        </a>
      </p>
    </Page>
  )
}
