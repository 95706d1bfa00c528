import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Fields } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Trap } from '../../ui/form/trap.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { askChildReport } from '../ask-report.ts'
import type { makeChildReport } from '../make-report.ts'
import type { Route } from './+types/report.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale, origin, provider } = visit(context)
  const asked = await call<typeof askChildReport>('child_report.ask', { language: locale })
  return { origin, isSetUp: provider !== undefined, ...asked }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const form = await request.formData()
  const typed = (name: string) => String(form.get(name) ?? '')
  return answerForm(form, async () => {
    const { token } = await call<typeof makeChildReport>('child_report.make', {
      kind: typed('kind') as 'under_age',
      aboutWhom: typed('aboutWhom'),
      ...(typed('why').trim() ? { why: typed('why') } : {}),
      ...(typed('email').trim() ? { email: typed('email') } : {}),
      language: locale,
      website: typed('website'),
      sendingId: typed('sendingId') || undefined,
      ...(typed('notice') ? { notice: typed('notice') } : {}),
    })
    throw redirect(`/${locale}/child/${token}?new`)
  })
}

export default function ReportChild({ loaderData, actionData }: Route.ComponentProps) {
  const { origin, notices, notice, isSetUp, sendingId, never, consent } = loaderData
  const sent = actionData?.values.sendingId
  return (
    <Page>
      <PublicHead
        title={m.children_report_title()}
        description={m.children_report_description()}
        origin={origin}
        path="/child"
      />
      <PageHeader title={m.children_report_title()} windowTitle="" />
      {isSetUp ? (
        <>
          <p className="mb-8 max-w-prose">{m.children_report_lead({ never, consent })}</p>
          <Form answer={actionData}>
            <Field name="kind" label={m.children_kind()} group>
              <RadioCards
                choices={[
                  { value: 'under_age', label: m.children_kind_under_age({ never }) },
                  { value: 'without_parent', label: m.children_kind_without_parent({ never, consent }) },
                ]}
              />
            </Field>
            <Fields notices={[notices.aboutWhom, notices.why, notices.email]}>
              <Field name="aboutWhom" label={m.children_whom()} hint={m.children_whom_hint()}>
                <TextInput maxLength={300} autoComplete="off" />
              </Field>
              <Field name="why" label={m.children_why()} hint={m.children_why_hint()} optional>
                <TextArea rows={3} maxLength={2000} />
              </Field>
              <Field name="email" label={m.children_email()} hint={m.children_email_hint()} optional>
                <TextInput type="email" autoComplete="email" inputMode="email" maxLength={254} />
              </Field>
            </Fields>
            <Trap label={m.children_trap()} />
            <input type="hidden" name="sendingId" value={typeof sent === 'string' && sent ? sent : sendingId} />
            <input type="hidden" name="notice" value={notice} />
            <Submit aside={m.children_next()}>{m.children_send()}</Submit>
          </Form>
        </>
      ) : (
        <EmptyState>{m.children_not_yet()}</EmptyState>
      )}
    </Page>
  )
}
