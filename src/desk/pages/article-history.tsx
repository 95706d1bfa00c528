import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { listArticleVersions } from '../article/list-article-versions.ts'
import type { showArticleVersion } from '../article/show-article-version.ts'
import type { Route } from './+types/article-history.ts'
import { askedVersions } from './article-versions.tsx'
import { OwnArticleVersions } from './own-article-versions.tsx'

export async function loader({ context, params: { articleId }, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { version, below } = askedVersions(request)
  const [list, chosen] = await Promise.all([
    call<typeof listArticleVersions>('article.versions', { articleId, ...(below ? { below } : {}) }),
    version ? call<typeof showArticleVersion>('article.version', { articleId, revision: version }) : null,
  ])
  return { ...list, chosen, below, articleId, mayWrite: can('article.save') }
}

export default function ArticleHistory({ loaderData }: Route.ComponentProps) {
  const trail = [{ to: '/desk/articles', words: m.desk_articles() }]
  return <OwnArticleVersions {...loaderData} trail={trail} articles="/desk/articles" />
}
