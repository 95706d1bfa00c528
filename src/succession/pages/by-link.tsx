import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { answerSuccessionByLink, openSuccession } from '../answer-question.ts'
import type { Route } from './+types/by-link.ts'
import { Question, QuestionState } from './question.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, locale } = visit(context)
  const asked = await call<typeof openSuccession>('succession.open', { token: params.token, language: locale })
  return { asked, done: new URL(request.url).searchParams.has('done') }
}

/** The link answers for somebody: it is not handed on to where this page leads, and no machine keeps it. */
export function headers() {
  return { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' }
}

export async function action({ context, params: { token }, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    await call<typeof answerSuccessionByLink>('succession.answer_by_link', {
      token,
      language: locale,
      answer: String(form.get('answer') ?? '') as 'no',
      text: String(form.get('text') ?? ''),
    })
    throw redirect(`/${locale}/succession/${token}?done`)
  })
}

export default function SuccessionByLink({ loaderData: { asked, done }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader title={asked.title} state={<QuestionState asked={asked} />} />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.succession_done_answered()} />
        </div>
      )}
      <Question asked={asked} answer={actionData} />
    </Page>
  )
}
