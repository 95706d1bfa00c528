import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'
import type { ArticleView } from '../article/article.view.ts'
import type { ArticleVersion } from '../article/version.view.ts'
import { TakenBack } from './taken-back.tsx'

interface ArticleFormProps {
  article: ArticleView | null
  /** What it said before, taken back to be saved again. */
  before?: ArticleVersion | null
  answer: FormAnswer | undefined
  notice: NoticeWords
}

/** An article of a client, to be written. It says which revision it was read at, so that nobody is overwritten unseen. */
export function ArticleForm({ article, before, answer, notice }: ArticleFormProps) {
  return (
    <Form answer={answer}>
      {article && <input type="hidden" name="articleId" value={article.id} />}
      {article && <input type="hidden" name="seen" value={article.revision} />}
      {before && <TakenBack version={before} />}
      <Field name="title" label={m.desk_article_title()}>
        <TextInput maxLength={200} defaultValue={(before ?? article)?.title} />
      </Field>
      <Field name="body" label={m.desk_article_body()} hint={m.desk_article_body_hint()} notice={notice}>
        <TextArea tall className="min-h-80" maxLength={20_000} defaultValue={(before ?? article)?.body} />
      </Field>
      <Submit aside={m.desk_article_save_aside()}>{m.desk_article_save()}</Submit>
    </Form>
  )
}
