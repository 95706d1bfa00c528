import { m } from '../../platform/language/words.ts'
import type { ArticleVersion, VersionLine } from '../article/version.view.ts'
import { ArticleText } from './article-text.tsx'
import { ArticleVersions } from './article-versions.tsx'
import { nameOf, subjectOf } from './ticket-words.tsx'

interface OwnArticleVersionsProps {
  trail: readonly { readonly to: string; readonly words: string }[]
  /** The address of the list of articles. */
  articles: string
  articleId: string
  versions: readonly VersionLine[]
  next: string | null
  below: string | null
  chosen: ArticleVersion | null
  mayWrite: boolean
}

/** The saves of one of a client's articles, for its own people and for the staff alike. */
export function OwnArticleVersions(props: OwnArticleVersionsProps) {
  const { trail, articles, articleId, versions, next, below, chosen, mayWrite } = props
  const line = (one: VersionLine) => ({ ...one, title: subjectOf(one.title), by: nameOf(one.by) })
  return (
    <ArticleVersions
      trail={[...trail, { to: `${articles}/${articleId}`, words: m.desk_article_one() }]}
      versions={versions.map(line)}
      next={next}
      below={below}
      current={below ? null : (versions[0]?.revision ?? null)}
      chosen={chosen && { ...line(chosen), text: <ArticleText blocks={chosen.blocks} /> }}
      takeBack={mayWrite && chosen ? `${articles}/write?article=${articleId}&version=${chosen.revision}` : null}
    />
  )
}
