import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { decideCaseStudy, ownCaseStudies } from '../decide-study.ts'
import type { Route } from './+types/own.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const own = await visit(context).call<typeof ownCaseStudies>('case_study.own', {})
  return { ...own, done: new URL(request.url).searchParams.has('done') }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof decideCaseStudy>('case_study.decide', {
      studyId: String(form.get('formId') ?? ''),
      answer: String(form.get('answer') ?? '') as 'no',
      text: String(form.get('text') ?? ''),
    })
    throw redirect('/desk/privacy/case-studies?done')
  })
}

type Study = Route.ComponentProps['loaderData']['studies'][number]

const tones: Record<Study['state'], Tone> = { asked: 'wait', approved: 'live', refused: 'plain', withdrawn: 'plain' }
const says: Record<Study['state'], () => string> = {
  asked: m.case_study_state_asked,
  approved: m.case_study_state_approved,
  refused: m.case_study_state_refused,
  withdrawn: m.case_study_state_withdrawn,
}

export default function OwnCaseStudies({ loaderData: { studies, consent, done }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader title={m.case_study_own_title()} trail={[{ to: '/desk/privacy', words: m.succession_privacy() }]} />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.case_study_done_decided()} />
        </div>
      )}
      {studies.length === 0 ? (
        <EmptyState>{m.case_study_own_none()}</EmptyState>
      ) : (
        <p className="mb-6 max-w-prose">{consent}</p>
      )}
      {studies.map((one) => (
        <Section
          key={one.id}
          title={one.title[getLocale()]}
          aside={
            <>
              <StateWord tone={tones[one.state]}>{says[one.state]()}</StateWord>{' '}
              <When at={one.stateAt ?? one.writtenAt} />
            </>
          }
        >
          <div className="grid gap-6 lg:grid-cols-2">
            <Words lang="ro" title={one.title.ro} body={one.body.ro} name="Română" />
            <Words lang="en" title={one.title.en} body={one.body.en} name="English" />
          </div>
          <div className="mt-6">
            <Form id={one.id} answer={actionData}>
              <input type="hidden" name="text" value={one.text} />
              <div className="flex flex-wrap gap-3">
                {one.state !== 'approved' && (
                  <Button look="quiet" name="answer" value="yes" className="min-w-40">
                    {m.case_study_approve()}
                  </Button>
                )}
                {one.state !== 'refused' && one.state !== 'withdrawn' && (
                  <Button look="quiet" name="answer" value="no" className="min-w-40">
                    {one.state === 'approved' ? m.case_study_withdraw() : m.case_study_refuse()}
                  </Button>
                )}
              </div>
            </Form>
          </div>
        </Section>
      ))}
    </Page>
  )
}

function Words({ lang, title, body, name }: { lang: 'ro' | 'en'; title: string; body: string; name: string }) {
  return (
    <div lang={lang} className="min-w-0 max-w-prose border-l-2 border-line pl-4">
      <p className="text-small text-quiet">{name}</p>
      <p className="font-medium break-words">{title}</p>
      <p className="mt-2 whitespace-pre-line break-words">{body}</p>
    </div>
  )
}
