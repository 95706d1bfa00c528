import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { endRestriction } from '../desk/lift-restriction.ts'
import type { confirmRequest } from '../request/confirm-request.ts'
import type { showRequest } from '../request/show-request.ts'
import type { Route } from './+types/request.ts'
import { Answers } from './answers.tsx'
import { AskAgain } from './ask-again.tsx'
import { RequestCourse } from './request-course.tsx'
import { RequestFacts } from './request-facts.tsx'
import { RequestState } from './request-state.tsx'
import { titleOf } from './request-words.ts'
import { Told } from './told.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const shown = await call<typeof showRequest>('request.show', { caseId: params.caseId })
  return { shown, fresh: isFresh(actor), done: new URL(request.url).searchParams.get('done') }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const { caseId } = params
  const form = await request.formData()
  return answerForm(form, async () => {
    if (form.get('formId') === 'end') {
      await call<typeof endRestriction>('restriction.end', { caseId })
      throw redirect(`/desk/privacy/requests/${caseId}?done=restriction_ended`)
    }
    const { state } = await call<typeof confirmRequest>('request.confirm', { caseId })
    throw redirect(`/desk/privacy/requests/${caseId}?done=${state === 'answered' ? 'answered' : 'confirmed'}`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  answered: () => m.rights_done_answered(),
  waits: () => m.rights_done_waits(),
  confirmed: () => m.rights_done_confirmed(),
  restriction_ended: () => m.rights_done_restriction_ended(),
}

export default function RequestPage({ loaderData: { shown, fresh, done }, actionData }: Route.ComponentProps) {
  const here = `/desk/privacy/requests/${shown.id}`
  const kinds = shown.steps.map((step) => step.kind)
  const isRestricting = shown.kind === 'restriction' && kinds.includes('applied') && !kinds.includes('lifted')
  const said = done ? doneWords[done] : undefined
  return (
    <Page>
      <PageHeader
        title={titleOf(shown)}
        trail={[
          { to: '/desk/privacy', words: m.rights_title() },
          { to: '/desk/privacy/requests', words: m.rights_requests_title() },
        ]}
        state={<RequestState of={shown} />}
      />
      {said && (
        <div className="mb-6">
          <Notice tone="done" announce title={said()} />
        </div>
      )}
      {shown.identity === 'asked' && shown.isHere && !shown.closedAt && (
        <Confirm here={here} fresh={fresh} answer={actionData} />
      )}
      {shown.hasCopy && <Copy here={here} fresh={fresh} />}
      <RequestFacts of={shown} reader="person" />
      {!shown.isHere && <p className="mt-6 max-w-prose text-quiet">{m.rights_answers_elsewhere()}</p>}
      <div className="mt-10">
        <Answers answers={shown.answers} files={(answer) => <Files here={here} answerId={answer.id} />} />
      </div>
      <Section title={m.rights_course_title()}>
        <RequestCourse of={shown} reader="person" />
      </Section>
      <Told recipients={shown.recipients} />
      {isRestricting && shown.isHere && <EndRestriction here={here} fresh={fresh} answer={actionData} />}
    </Page>
  )
}

function Files({ here, answerId }: { here: string; answerId: string }) {
  const at = `${here.replace('/desk', '')}/answers/${answerId}`
  return (
    <>
      <TextLink to={`${at}/letter.pdf`}>{m.rights_answer_pdf()}</TextLink>
      <TextLink to={`${at}/letter.html`}>{m.rights_answer_html()}</TextLink>
    </>
  )
}

interface StepProps {
  here: string
  fresh: boolean
  answer?: Route.ComponentProps['actionData']
}

function Confirm({ here, fresh, answer }: StepProps) {
  if (!fresh) {
    return (
      <Section title={m.rights_confirm_title()}>
        <p className="mb-4 max-w-prose">{m.rights_confirm_words()}</p>
        <AskAgain to={here}>{m.rights_again_confirm()}</AskAgain>
      </Section>
    )
  }
  return (
    <div className="mb-8">
      <Notice
        tone="wait"
        title={m.rights_confirm_title()}
        action={
          <Form id="confirm" answer={answer?.values.formId === 'confirm' ? answer : undefined}>
            <Submit>{m.rights_confirm_button()}</Submit>
          </Form>
        }
      >
        {m.rights_confirm_words()}
      </Notice>
    </div>
  )
}

/** What was granted is taken along from here, by who just showed who they are. */
function Copy({ here, fresh }: StepProps) {
  return (
    <div className="mb-8">
      {fresh ? (
        <Notice
          tone="live"
          title={m.rights_copy_title()}
          action={<LinkButton to={`${here.replace('/desk', '')}/copy.zip`}>{m.rights_copy_button()}</LinkButton>}
        >
          {m.rights_copy_words()}
        </Notice>
      ) : (
        <AskAgain to={here}>{`${m.rights_copy_words()} ${m.rights_again_copy()}`}</AskAgain>
      )}
    </div>
  )
}

function EndRestriction({ here, fresh, answer }: StepProps) {
  return (
    <Section title={m.rights_end_restriction_title()}>
      <p className="mb-4 max-w-prose">{m.rights_end_restriction_words()}</p>
      {fresh ? (
        <Form id="end" answer={answer?.values.formId === 'end' ? answer : undefined}>
          <Submit look="quiet">{m.rights_end_restriction_button()}</Submit>
        </Form>
      ) : (
        <AskAgain to={here}>{m.rights_again_restriction()}</AskAgain>
      )}
    </Section>
  )
}
