import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { listPublicArticleVersions } from '../article/list-public-article-versions.ts'
import type { showPublicArticle } from '../article/show-public-article.ts'
import type { showPublicArticleVersion } from '../article/show-public-article-version.ts'
import type { PublicVersionLine } from '../article/version.view.ts'
import type { Route } from './+types/public-article-history.ts'
import { ArticleText } from './article-text.tsx'
import { ArticleVersions, askedVersions } from './article-versions.tsx'
import { nameOf } from './ticket-words.tsx'

export async function loader({ context, params: { slug }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { version, below } = askedVersions(request)
  const { id, title } = await call<typeof showPublicArticle>('public_article.show', { slug })
  const of = { publicArticleId: id }
  const [list, chosen] = await Promise.all([
    call<typeof listPublicArticleVersions>('public_article.versions', { ...of, ...(below ? { below } : {}) }),
    version ? call<typeof showPublicArticleVersion>('public_article.version', { ...of, revision: version }) : null,
  ])
  return { ...list, chosen, below, slug, title, mayWrite: can('public_article.save') }
}

/** The saves of a public article: both languages of each were saved together. */
export default function PublicArticleHistory({ loaderData }: Route.ComponentProps) {
  const { versions, next, below, chosen, slug, title, mayWrite } = loaderData
  const locale = getLocale()
  const other = locale === 'ro' ? 'en' : 'ro'
  const line = (one: PublicVersionLine) => ({ ...one, title: one.title[locale], by: nameOf({ name: one.by }) })
  const write = `/staff/articles/write?article=${slug}`
  const text = chosen && (
    <>
      <ArticleText blocks={chosen.blocks[locale]} />
      <div lang={other} className="mt-8 border-t border-line pt-4">
        <p className="mb-4 max-w-prose break-words text-lead font-medium">{chosen.title[other]}</p>
        <ArticleText blocks={chosen.blocks[other]} />
      </div>
    </>
  )
  return (
    <ArticleVersions
      trail={[
        { to: '/staff/articles', words: m.desk_public_articles() },
        { to: mayWrite ? write : `/${locale}/articles/${slug}`, words: title[locale] },
      ]}
      versions={versions.map(line)}
      next={next}
      below={below}
      current={below ? null : (versions[0]?.revision ?? null)}
      chosen={chosen && { ...line(chosen), text }}
      takeBack={mayWrite && chosen ? `${write}&version=${chosen.revision}` : null}
    />
  )
}
