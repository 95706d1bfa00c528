import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { announceLifting } from '../desk/lift-restriction.ts'
import type { Route } from './+types/case-lift.ts'
import { ReasonedStep, reasonedIn } from './reasoned-step.tsx'
import { shownCase } from './shown-case.ts'

export async function loader(args: Route.LoaderArgs) {
  const found = await shownCase(args)
  // Nothing is restricted by it, or the end of it is announced already.
  if (!found.shown.canLift) throw redirect(`/staff/rights/${args.params.caseId}`)
  return found
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { caseId } = params
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof announceLifting>('restriction.announce_end', { caseId, ...reasonedIn(form) })
    throw redirect(`/staff/rights/${caseId}?done=lifting`)
  })
}

export default function CaseLift({ loaderData: { shown, fresh }, actionData }: Route.ComponentProps) {
  return (
    <ReasonedStep
      shown={shown}
      fresh={fresh}
      answer={actionData}
      title={m.rights_lift_title()}
      lead={m.rights_lift_lead()}
      send={m.rights_lift_send()}
      here={`/staff/rights/${shown.id}/lift`}
    />
  )
}
