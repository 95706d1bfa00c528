import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { extendRequest } from '../desk/extend-request.ts'
import type { Route } from './+types/case-extend.ts'
import { ReasonedStep, reasonedIn } from './reasoned-step.tsx'
import { shownCase } from './shown-case.ts'

export async function loader(args: Route.LoaderArgs) {
  const found = await shownCase(args)
  // Extended already, or answered.
  if (!found.shown.canExtend) throw redirect(`/staff/rights/${args.params.caseId}`)
  return found
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { caseId } = params
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof extendRequest>('request.extend', { caseId, ...reasonedIn(form) })
    throw redirect(`/staff/rights/${caseId}?done=extended`)
  })
}

export default function CaseExtend({ loaderData: { shown, fresh }, actionData }: Route.ComponentProps) {
  return (
    <ReasonedStep
      shown={shown}
      fresh={fresh}
      answer={actionData}
      title={m.rights_extend_title()}
      lead={m.rights_extend_lead()}
      send={m.rights_extend_send()}
      here={`/staff/rights/${shown.id}/extend`}
    />
  )
}
