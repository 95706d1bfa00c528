import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { withdrawDeposit } from '../deposit/withdraw-deposit.ts'
import type { listLeases } from '../lease/list-leases.ts'
import type { showSecretRequest } from '../request/show-request.ts'
import type { Route } from './+types/withdraw.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = visit(context)
  const { requestId, itemId } = params
  const request = await call<typeof showSecretRequest>('secret_request.show', { requestId })
  const item = request.items.find((one) => one.id === itemId)
  if (!item?.deposit) throw nothingHere()
  const { leases } = await call<typeof listLeases>('lease.list', { only: 'live' })
  const depositId = item.deposit.id
  return {
    requestId,
    name: item.name,
    depositId,
    leases: leases.filter((lease) => lease.depositId === depositId).length,
  }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof withdrawDeposit>('deposit.withdraw', { depositId: String(form.get('depositId')) })
    throw redirect(`/desk/access/${params.requestId}?done=withdrawn`)
  })
}

/** Taking back what was handed over: says what goes and what stays, before the button. */
export default function Withdraw({ loaderData, actionData }: Route.ComponentProps) {
  const { requestId, name, depositId, leases } = loaderData
  const trail = [
    { to: '/desk/access', words: m.access_title() },
    { to: `/desk/access/${requestId}`, words: m.access_request_short() },
  ]
  return (
    <Page>
      <PageHeader trail={trail} title={m.access_withdraw_title({ name })} />
      <ul className="mb-6 grid max-w-prose list-disc gap-2 pl-5">
        <li>{m.access_withdraw_goes()}</li>
        <li>{m.access_withdraw_leases({ count: leases })}</li>
        <li>{m.access_withdraw_stays()}</li>
        <li>{m.access_withdraw_advice()}</li>
      </ul>
      <Form answer={actionData}>
        <input type="hidden" name="depositId" value={depositId} />
        <Submit look="danger">{m.access_withdraw_button()}</Submit>
      </Form>
    </Page>
  )
}
