import { redirect } from 'react-router'
import type { showClient } from '../../desk/clients/show-client.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed, nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { caseStudiesOfClient } from '../show-studies.ts'
import type { writeCaseStudy } from '../write-study.ts'
import type { Route } from './+types/write.ts'

export async function loader({ context, params: { accountId }, request }: Route.LoaderArgs) {
  const studyId = new URL(request.url).searchParams.get('study')
  const { call, can } = visit(context)
  if (!can('case_study.write')) throw notAllowed()
  const [{ studies }, { client }] = await Promise.all([
    call<typeof caseStudiesOfClient>('case_study.of_client', { accountId }),
    call<typeof showClient>('client.show', { accountId }),
  ])
  const study = studies.find((one) => one.id === studyId)
  if (studyId && !study) throw nothingHere()
  return { accountId, clientName: client.name, study: study ?? null }
}

export async function action({ context, params: { accountId }, request }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  return answerForm(form, async () => {
    await visit(context).call<typeof writeCaseStudy>('case_study.write', {
      accountId,
      ...(typed('studyId') ? { studyId: typed('studyId') } : {}),
      titleRo: typed('titleRo'),
      titleEn: typed('titleEn'),
      bodyRo: typed('bodyRo'),
      bodyEn: typed('bodyEn'),
    })
    throw redirect(`/staff/clients/${accountId}/case-studies?done=written`)
  })
}

export default function WriteCaseStudy({ loaderData, actionData }: Route.ComponentProps) {
  const { accountId, clientName, study } = loaderData
  return (
    <Page>
      <PageHeader
        title={study ? m.case_study_edit_title() : m.case_study_write_title()}
        trail={[
          { to: `/staff/clients/${accountId}`, words: clientName },
          { to: `/staff/clients/${accountId}/case-studies`, words: m.case_study_title() },
        ]}
      />
      {study?.state === 'published' && (
        <div className="mb-6">
          <Notice tone="wait" title={m.case_study_edit_unpublishes()} />
        </div>
      )}
      <Form answer={actionData}>
        {study && <input type="hidden" name="studyId" value={study.id} />}
        <Field name="titleRo" label={m.case_study_title_ro()}>
          <TextInput maxLength={160} lang="ro" defaultValue={study?.titleRo} />
        </Field>
        <Field name="bodyRo" label={m.case_study_body_ro()} hint={m.case_study_body_hint()}>
          <TextArea tall maxLength={20_000} lang="ro" defaultValue={study?.bodyRo} />
        </Field>
        <Field name="titleEn" label={m.case_study_title_en()}>
          <TextInput maxLength={160} lang="en" defaultValue={study?.titleEn} />
        </Field>
        <Field name="bodyEn" label={m.case_study_body_en()}>
          <TextArea tall maxLength={20_000} lang="en" defaultValue={study?.bodyEn} />
        </Field>
        <Submit aside={m.case_study_ask_aside()}>{m.case_study_ask()}</Submit>
      </Form>
    </Page>
  )
}
