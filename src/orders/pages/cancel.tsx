import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { cancelOrder } from '../order/cancel-order.ts'
import type { showOrder } from '../order/show-order.ts'
import type { Route } from './+types/cancel.ts'
import { said } from './said.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const order = await visit(context).call<typeof showOrder>('order.show', { orderId: params.orderId })
  if (!order.may.includes('cancel')) throw nothingHere()
  return { order }
}

export async function action({ context, params: { orderId }, request }: Route.ActionArgs) {
  return answerForm(await request.formData(), async () => {
    await visit(context).call<typeof cancelOrder>('order.cancel', { orderId })
    throw redirect(`/desk/orders/${orderId}?done=cancelled`)
  })
}

export default function Cancel({ loaderData: { order }, actionData }: Route.ComponentProps) {
  const here = `/desk/orders/${order.id}`
  const given = order.checklist.some((line) => line.state === 'given')
  return (
    <Page>
      <PageHeader title={m.orders_cancel_title()} trail={[{ to: here, words: said(order.terms.name) }]} />
      <div className="grid max-w-prose gap-6">
        <p>{given ? m.orders_cancel_says_access() : m.orders_cancel_says()}</p>
        <Form answer={actionData}>
          <Submit look="danger" aside={<TextLink to={here}>{m.orders_cancel_keep()}</TextLink>}>
            {m.orders_cancel_button()}
          </Submit>
        </Form>
      </div>
    </Page>
  )
}
