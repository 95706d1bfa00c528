import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { publishArticle } from '../article/publish-article.ts'
import type { savePublicArticle } from '../article/save-public-article.ts'
import type { showPublicArticle } from '../article/show-public-article.ts'
import type { showPublicArticleVersion } from '../article/show-public-article-version.ts'
import type { Route } from './+types/staff-article-write.ts'
import { text } from './message-form.ts'
import { TakenBack } from './taken-back.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  if (!can('public_article.save')) throw notAllowed()
  const asked = new URL(request.url).searchParams
  const slug = asked.get('article')
  const article = slug ? await call<typeof showPublicArticle>('public_article.show', { slug }) : null
  const version = asked.get('version')
  const before =
    article && version
      ? await call<typeof showPublicArticleVersion>('public_article.version', {
          publicArticleId: article.id,
          revision: version,
        })
      : null
  return { article, before, done: asked.get('done') }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const publicArticleId = text(form, 'publicArticleId')
  const slug = text(form, 'slug').trim()
  const to = (done: string) => redirect(`/staff/articles/write?article=${encodeURIComponent(slug)}&done=${done}`)
  return answerForm(form, async () => {
    if (text(form, 'formId') === 'publish') {
      const state = text(form, 'state') === 'published' ? 'published' : 'draft'
      await call<typeof publishArticle>('public_article.publish', { publicArticleId, state })
      throw to(state)
    }
    await call<typeof savePublicArticle>('public_article.save', {
      ...(publicArticleId ? { publicArticleId, seen: Number(text(form, 'seen')) || 0 } : {}),
      slug,
      titleRo: text(form, 'titleRo'),
      titleEn: text(form, 'titleEn'),
      bodyRo: text(form, 'bodyRo'),
      bodyEn: text(form, 'bodyEn'),
    })
    throw to('saved')
  })
}

const says: Readonly<Record<string, () => string>> = {
  saved: m.desk_article_done_saved,
  published: m.desk_article_done_published,
  draft: m.desk_article_done_draft,
}

export default function WritePublicArticle({
  loaderData: { article, before, done },
  actionData,
}: Route.ComponentProps) {
  const said = done ? says[done]?.() : undefined
  const words = before ?? article
  const of = (id: string) => (actionData?.values.formId === id ? actionData : undefined)
  return (
    <Page>
      <PageHeader
        title={article ? article.title[getLocale()] : m.desk_article_write()}
        trail={[{ to: '/staff/articles', words: m.desk_public_articles() }]}
        state={
          article && (
            <>
              <StateWord tone={article.published ? 'live' : 'wait'}>
                {article.published ? m.desk_article_published() : m.desk_article_draft()}
              </StateWord>
              <TextLink to={`/${getLocale()}/articles/${article.slug}`}>{m.desk_article_see()}</TextLink>
              <TextLink to={`/staff/articles/${article.slug}/versions`}>{m.desk_article_versions()}</TextLink>
            </>
          )
        }
        action={
          article && (
            <Form id="publish" answer={of('publish')} className="grid gap-3">
              <input type="hidden" name="publicArticleId" value={article.id} />
              <input type="hidden" name="slug" value={article.slug} />
              <Button look="quiet" name="state" value={article.published ? 'draft' : 'published'}>
                {article.published ? m.desk_article_unpublish() : m.desk_article_publish()}
              </Button>
            </Form>
          )
        }
      />
      {said && (
        <div className="mb-6">
          <Notice tone="done" announce title={said} />
        </div>
      )}
      <Form answer={of('form')}>
        {article && <input type="hidden" name="publicArticleId" value={article.id} />}
        {article && <input type="hidden" name="seen" value={article.revision} />}
        {before && <TakenBack version={before} />}
        <Field name="titleRo" label={m.desk_article_title_ro()}>
          <TextInput maxLength={200} lang="ro" defaultValue={words?.title.ro} />
        </Field>
        <Field name="bodyRo" label={m.desk_article_body_ro()} hint={m.desk_article_body_hint()}>
          <TextArea tall className="min-h-60" maxLength={20_000} lang="ro" defaultValue={words?.body.ro} />
        </Field>
        <Field name="titleEn" label={m.desk_article_title_en()}>
          <TextInput maxLength={200} lang="en" defaultValue={words?.title.en} />
        </Field>
        <Field name="bodyEn" label={m.desk_article_body_en()} hint={m.desk_article_body_hint()}>
          <TextArea tall className="min-h-60" maxLength={20_000} lang="en" defaultValue={words?.body.en} />
        </Field>
        <Field name="slug" label={m.desk_article_slug()} hint={m.desk_article_slug_hint()}>
          <TextInput maxLength={80} defaultValue={article?.slug} />
        </Field>
        <Submit aside={article?.published ? m.desk_article_save_published() : m.desk_article_save_draft()}>
          {m.desk_article_save()}
        </Submit>
      </Form>
    </Page>
  )
}
