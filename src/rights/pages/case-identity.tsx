import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import type { vouchIdentity } from '../desk/identity-of-asker.ts'
import type { Route } from './+types/case-identity.ts'
import { CaseStep } from './case-frame.tsx'
import { shownCase } from './shown-case.ts'

export const loader = (args: Route.LoaderArgs) => shownCase(args)

export async function action({ context, params, request }: Route.ActionArgs) {
  return answerForm(await request.formData(), async () => {
    await visit(context).call<typeof vouchIdentity>('request.vouch', { caseId: params.caseId })
    throw redirect(`/staff/rights/${params.caseId}?done=vouched`)
  })
}

export default function CaseIdentity({ loaderData: { shown, fresh }, actionData }: Route.ComponentProps) {
  const asker = shown.persons.find((one) => one.asks)
  return (
    <CaseStep
      shown={shown}
      title={m.rights_vouch_title()}
      lead={m.rights_vouch_lead()}
      fresh={fresh}
      here={`/staff/rights/${shown.id}/identity`}
    >
      <Section title={m.rights_vouch_contacts()}>
        <Facts
          items={[
            { term: m.rights_note_name(), value: asker?.name ?? '—' },
            { term: m.rights_field_phone(), value: asker?.phone ?? '—' },
            { term: m.rights_note_email(), value: asker?.email ?? '—' },
            { term: m.rights_case_client(), value: asker?.accountName ?? '—' },
          ]}
        />
      </Section>
      <Form answer={actionData} className="mt-6">
        <Submit aside={m.rights_vouch_next()}>{m.rights_vouch_submit()}</Submit>
      </Form>
    </CaseStep>
  )
}
