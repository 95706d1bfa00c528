import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { answerSuccession, listOwnSuccessions } from '../answer-question.ts'
import type { Route } from './+types/own.ts'
import { Question, QuestionState } from './question.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { questions } = await visit(context).call<typeof listOwnSuccessions>('succession.own', {})
  return { questions, done: new URL(request.url).searchParams.has('done') }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof answerSuccession>('succession.answer', {
      campaignId: String(form.get('campaignId') ?? ''),
      answer: String(form.get('answer') ?? '') as 'no',
      text: String(form.get('text') ?? ''),
    })
    throw redirect('/desk/privacy/succession?done')
  })
}

export default function OwnSuccessions({ loaderData: { questions, done }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.succession_own_title()}
        trail={[{ to: '/desk/privacy', words: m.succession_privacy() }]}
        state={questions.length > 0 && m.succession_own_lead()}
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.succession_done_answered()} />
        </div>
      )}
      {questions.length === 0 && <EmptyState>{m.succession_own_none()}</EmptyState>}
      {questions.map((asked) => (
        <Section key={asked.campaignId} title={asked.title} aside={<QuestionState asked={asked} />}>
          <Question asked={asked} answer={actionData} />
        </Section>
      ))}
    </Page>
  )
}
