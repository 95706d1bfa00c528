import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { orderForm } from '../order/order-form.ts'
import type { placeOrder } from '../order/place-order.ts'
import type { Route } from './+types/service.ts'
import { AnswerField } from './answer-field.tsx'
import { PriceWords } from './price-words.tsx'
import { said } from './said.ts'
import { ServiceWords } from './service-words.tsx'

export { alwaysAnew as shouldRevalidate } from './always-anew.ts'

export function loader({ context, params }: Route.LoaderArgs) {
  return visit(context).call<typeof orderForm>('order.form', { service: params.service })
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const names = [...form.keys()].filter((name) => name.startsWith('answers.'))
  return answerForm(form, async () => {
    const { orderId } = await visit(context).call<typeof placeOrder>('order.place', {
      serviceId: text('serviceId'),
      revision: Number(text('revision')),
      placementId: text('placementId'),
      answers: Object.fromEntries(names.map((name) => [name.slice('answers.'.length), text(name)])),
    })
    throw redirect(`/desk/orders/${orderId}?done=placed`)
  })
}

export default function Service({ loaderData, actionData }: Route.ComponentProps) {
  const { service, notices, known, mayOrder, placementId } = loaderData
  // A form that comes back is still the same placement, or a repeated sending would order twice.
  const sent = actionData?.values.placementId
  return (
    <Page>
      <PageHeader
        title={said(service.name)}
        trail={[{ to: '/desk/services', words: m.orders_services_title() }]}
        state={<PriceWords price={service.price} />}
      />
      <ServiceWords terms={service} />
      <div className="mt-10">
        <Section title={m.orders_form_title()}>
          {mayOrder ? (
            <Form answer={actionData}>
              <input type="hidden" name="serviceId" value={service.id} />
              <input type="hidden" name="revision" value={service.revision} />
              <input type="hidden" name="placementId" value={typeof sent === 'string' ? sent : placementId} />
              {service.fields.map((field) => (
                <AnswerField
                  key={field.name}
                  field={field}
                  notice={notices[field.kind]}
                  known={known[field.kind as keyof typeof known]}
                />
              ))}
              <Submit aside={m.orders_form_aside()}>{m.orders_form_send()}</Submit>
            </Form>
          ) : (
            <Notice>{m.orders_form_not_yours()}</Notice>
          )}
        </Section>
      </div>
    </Page>
  )
}
