import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { ProveFirst } from '../../ui/form/prove-first.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { publishTerms } from '../publish-terms.ts'
import type { showTerms } from '../show-terms.ts'
import type { Route } from './+types/publish.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can, actor } = visit(context)
  const [ro, en] = await Promise.all([
    call<typeof showTerms>('terms.show', { language: 'ro' }),
    call<typeof showTerms>('terms.show', { language: 'en' }),
  ])
  const done = new URL(request.url).searchParams.has('done')
  return { ro: ro.text, en: en.text, shown: ro.shown, mayPublish: can('terms.publish'), fresh: isFresh(actor), done }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof publishTerms>('terms.publish', {
      textRo: String(form.get('textRo') ?? ''),
      textEn: String(form.get('textEn') ?? ''),
      after: Number(form.get('after') ?? 0),
    })
    throw redirect('/staff/settings/terms?done')
  })
}

export default function PublishTerms({ loaderData, actionData }: Route.ComponentProps) {
  const { ro, en, shown, mayPublish, fresh, done } = loaderData
  return (
    <Page>
      <PageHeader
        title={m.identity_terms_title()}
        trail={[{ to: '/staff/settings', words: m.terms_settings() }]}
        state={shown && m.identity_terms_version({ version: shown.version })}
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.terms_done_published()} />
        </div>
      )}
      <p className="mb-6 max-w-prose">
        {m.terms_publish_lead()}{' '}
        <a className="link" href={`/${getLocale()}/terms`}>
          {m.terms_versions_title()}
        </a>
      </p>
      {mayPublish &&
        (fresh ? (
          <Form answer={actionData}>
            <input type="hidden" name="after" value={shown?.number ?? 0} />
            <Field name="textRo" label={m.terms_text_ro()} hint={m.terms_text_hint()}>
              <TextArea tall rows={24} maxLength={50_000} lang="ro" defaultValue={ro} />
            </Field>
            <Field name="textEn" label={m.terms_text_en()}>
              <TextArea tall rows={24} maxLength={50_000} lang="en" defaultValue={en} />
            </Field>
            <Submit aside={m.terms_publish_aside()}>{m.terms_publish()}</Submit>
          </Form>
        ) : (
          <ProveFirst to="/staff/settings/terms">{m.terms_prove_first()}</ProveFirst>
        ))}
    </Page>
  )
}
