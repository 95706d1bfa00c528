import { m } from '../../platform/language/words.ts'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'

/** Above the form of an article that is filled with what it said before. */
export function TakenBack({ version }: { version: { readonly revision: number; readonly at: Date } }) {
  return (
    <Notice tone="wait" title={m.desk_article_taken_back({ number: version.revision })}>
      <When at={version.at} exact /> · {m.desk_article_taken_back_why()}
    </Notice>
  )
}
