import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { When } from '../../ui/text/when.tsx'
import type { ArticleLine } from '../article/article.view.ts'
import { nameOf, subjectOf } from './ticket-words.tsx'

/** A client's articles: what each is about, and who changed it last. */
export function ArticleList({ articles, to }: { articles: readonly ArticleLine[]; to: (id: string) => string }) {
  return (
    <ul className="border-t border-line empty:hidden">
      {articles.map((one) => (
        <li key={one.id} className="border-b border-line py-3">
          <p className="break-words font-medium">
            <TextLink to={to(one.id)}>{subjectOf(one.title)}</TextLink>
          </p>
          <p className="max-w-prose break-words">{one.lead}</p>
          <p className="mt-1 text-small text-quiet">
            {m.desk_article_changed_by({ name: nameOf(one.by) })} <When at={one.updatedAt} />
          </p>
        </li>
      ))}
    </ul>
  )
}
