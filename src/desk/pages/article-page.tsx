import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Button, LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { ArticleView } from '../article/article.view.ts'
import { ArticleText } from './article-text.tsx'
import { nameOf, subjectOf } from './ticket-words.tsx'

interface ArticlePageProps {
  article: ArticleView
  trail: readonly { readonly to: string; readonly words: string }[]
  /** Where it is changed; null for who may not. */
  edit: string | null
  /** Where what it said before is read. */
  versions: string
  /** Where what looks like a secret in it is handed over instead. */
  handOver: string
  looksSecret: boolean
  done: string | null
  answer: FormAnswer | undefined
}

const says: Readonly<Record<string, () => string>> = {
  saved: m.desk_article_done_saved,
  dropped: m.desk_article_done_dropped,
  used: m.desk_article_done_used,
}

/** One article of a client, for its own people and for the staff alike. */
export function ArticlePage({ article, trail, edit, versions, handOver, looksSecret, done, answer }: ArticlePageProps) {
  const dropped = article.droppedAt !== null
  const said = done ? says[done]?.() : undefined
  return (
    <Page>
      <PageHeader
        trail={trail}
        title={subjectOf(article.title)}
        state={
          <>
            {dropped && <span>{m.desk_article_dropped()}</span>}
            <span>
              {m.desk_article_changed_by({ name: nameOf(article.by) })} <When at={article.updatedAt} />
            </span>
            <TextLink to={versions}>{m.desk_article_versions()}</TextLink>
          </>
        }
        action={edit && !dropped && <LinkButton to={edit}>{m.desk_article_edit()}</LinkButton>}
      />
      {said && (
        <div className="mb-6">
          <Notice tone="done" announce title={said} />
        </div>
      )}
      {looksSecret && edit && (
        <div className="mb-6">
          <Notice
            tone="wait"
            title={m.desk_article_looks_secret()}
            action={
              <LinkButton look="quiet" small to={handOver}>
                {m.desk_article_to_access()}
              </LinkButton>
            }
          >
            {m.desk_article_looks_secret_why()}
          </Notice>
        </div>
      )}
      <ArticleText blocks={article.blocks} />
      {edit && (
        <div className="mt-10 border-t border-line pt-4">
          <Form id="use" answer={answer}>
            <p className="max-w-prose text-small text-quiet">
              {dropped ? m.desk_article_use_again_why() : m.desk_article_drop_why()}
            </p>
            <div>
              <Button look="quiet" name="use" value={dropped ? 'used' : 'dropped'}>
                {dropped ? m.desk_article_use_again() : m.desk_article_drop()}
              </Button>
            </div>
          </Form>
        </div>
      )}
    </Page>
  )
}
