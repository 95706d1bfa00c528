import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { askIdentity } from '../desk/identity-of-asker.ts'
import type { settleRecipient } from '../desk/settle-recipient.ts'
import type { showAskedParticulars } from '../desk/show-asked-particulars.ts'
import type { showCase } from '../desk/show-case.ts'
import type { Route } from './+types/case.ts'
import { Answers } from './answers.tsx'
import { textIn } from './by-field.tsx'
import { CaseState } from './case-frame.tsx'
import { CaseNext } from './case-next.tsx'
import { CaseClock, CasePersons, Corrected } from './case-parts.tsx'
import { CaseTelling } from './case-telling.tsx'
import { caseDone, caseTitle } from './case-words.ts'
import { RequestCourse } from './request-course.tsx'
import { RequestFacts } from './request-facts.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = visit(context)
  const { caseId } = params
  const shown = await call<typeof showCase>('request.show_case', { caseId })
  const corrected =
    shown.kind === 'rectification'
      ? (await call<typeof showAskedParticulars>('request.particulars', { caseId })).corrected
      : []
  return { shown, corrected, done: new URL(request.url).searchParams.get('done') }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const { caseId } = params
  const form = await request.formData()
  return answerForm(form, async () => {
    if (form.get('formId') === 'ask') {
      await call<typeof askIdentity>('request.ask_identity', { caseId })
      throw redirect(`/staff/rights/${caseId}?done=code_sent`)
    }
    const how = textIn(form, 'how') as 'letter'
    const recipientId = textIn(form, 'recipientId')
    await call<typeof settleRecipient>('request.settle_recipient', { caseId, recipientId, how })
    throw redirect(`/staff/rights/${caseId}?done=settled`)
  })
}

export default function CasePage({ loaderData: { shown, corrected, done }, actionData }: Route.ComponentProps) {
  const said = done ? caseDone[done] : undefined
  const files = `/staff/rights/${shown.id}/answers`
  return (
    <Page>
      <PageHeader
        title={caseTitle(shown)}
        trail={[{ to: '/staff/rights', words: m.rights_staff_title() }]}
        state={<CaseState of={shown} />}
      />
      {said && (
        <div className="mb-6">
          <Notice tone="done" announce title={said()} />
        </div>
      )}
      {shown.isErased && (
        <div className="mb-6">
          <Notice title={m.rights_case_erased()} />
        </div>
      )}
      <CaseNext shown={shown} hasCorrected={corrected.length > 0} answer={actionData} />
      <CaseTelling caseId={shown.id} recipients={shown.recipients} answer={actionData} isErased={shown.isErased} />
      <div className="mt-10 grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <RequestFacts of={shown} reader="staff" />
          <Corrected changes={corrected} />
          <div className="mt-10">
            <Answers
              answers={shown.answers}
              decidedBy={shown.decidedBy}
              files={(answer) => (
                <>
                  <TextLink to={`${files}/${answer.id}/letter.pdf`}>{m.rights_case_print()}</TextLink>
                  <TextLink to={`${files}/${answer.id}/letter.html`}>{m.rights_answer_html()}</TextLink>
                </>
              )}
            />
          </div>
        </div>
        <div className="grid content-start gap-8">
          <CaseClock shown={shown} />
          <CasePersons persons={shown.persons} isKnown={shown.identity !== 'asked'} />
          <Section title={m.rights_course_title()}>
            <RequestCourse of={shown} reader="staff" />
          </Section>
        </div>
      </div>
    </Page>
  )
}
