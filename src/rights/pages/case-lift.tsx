import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import type { announceLifting } from '../desk/lift-restriction.ts'
import type { showCase } from '../desk/show-case.ts'
import type { Route } from './+types/case-lift.ts'
import { isFresh } from './ask-again.tsx'
import { ByField, byIn, ReasonsField, textIn } from './by-field.tsx'
import { CaseStep } from './case-frame.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  return { shown: await call<typeof showCase>('request.show_case', { caseId: params.caseId }), fresh: isFresh(actor) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const input = { caseId: params.caseId, reasons: textIn(form, 'reasons'), by: byIn(form) }
    await visit(context).call<typeof announceLifting>('restriction.announce_end', input)
    throw redirect(`/staff/rights/${params.caseId}?done=lifting`)
  })
}

export default function CaseLift({ loaderData: { shown, fresh }, actionData }: Route.ComponentProps) {
  return (
    <CaseStep
      shown={shown}
      title={m.rights_lift_title()}
      lead={m.rights_lift_lead()}
      fresh={fresh}
      here={`/staff/rights/${shown.id}/lift`}
    >
      <Form answer={actionData}>
        <ReasonsField />
        <ByField shown={shown} />
        <Submit>{m.rights_lift_send()}</Submit>
      </Form>
    </CaseStep>
  )
}
