import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { declineOrder } from '../order/decline-order.ts'
import type { showOrder } from '../order/show-order.ts'
import type { Route } from './+types/decline.ts'
import { said } from './said.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const order = await visit(context).call<typeof showOrder>('order.show', { orderId: params.orderId })
  if (!order.may.includes('decline')) throw nothingHere()
  return { order }
}

export async function action({ context, params: { orderId }, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const reason = String(form.get('reason') ?? '')
    await visit(context).call<typeof declineOrder>('order.decline', { orderId, reason })
    throw redirect(`/staff/orders/${orderId}?done=decline`)
  })
}

export default function Decline({ loaderData: { order }, actionData }: Route.ComponentProps) {
  const here = `/staff/orders/${order.id}`
  return (
    <Page>
      <PageHeader title={m.orders_decline_title()} trail={[{ to: here, words: said(order.terms.name) }]} />
      <div className="grid gap-6">
        <p className="max-w-prose">{m.orders_decline_says({ client: order.client ?? '' })}</p>
        <Form answer={actionData}>
          <Field name="reason" label={m.orders_decline_reason()} hint={m.orders_decline_hint()}>
            <TextArea maxLength={2000} />
          </Field>
          <Submit look="danger" aside={<TextLink to={here}>{m.orders_decline_keep()}</TextLink>}>
            {m.orders_decline_button()}
          </Submit>
        </Form>
      </div>
    </Page>
  )
}
