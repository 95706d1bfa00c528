import { m } from '../../platform/language/words.ts'
import { Facts } from '../../ui/text/facts.tsx'
import { When } from '../../ui/text/when.tsx'
import type { OrderView } from '../order/order.view.ts'
import type { FormField } from '../service/service.terms.ts'
import { PriceWords } from './price-words.tsx'
import { said } from './said.ts'

/** The terms that the order was placed under, and what was answered on its form. */
export function OrderFacts({ order }: { order: OrderView }) {
  const answers = order.answers.flatMap(({ field: name, value }) => {
    const field = order.terms.fields.find((one) => one.name === name)
    return field ? [{ term: said(field.label), value: <AnswerWords field={field} value={value} /> }] : []
  })
  return (
    <Facts
      items={[
        { term: m.orders_price(), value: <PriceWords price={order.price} /> },
        { term: m.orders_delivers(), value: <span className="whitespace-pre-line">{said(order.terms.delivers)}</span> },
        { term: m.orders_ordered_at(), value: <When at={order.placedAt} exact /> },
        ...answers,
      ]}
    />
  )
}

function AnswerWords({ field, value }: { field: FormField; value: string }) {
  const choice = field.choices?.find((one) => one.name === value)
  return <span className="break-words whitespace-pre-line">{choice ? said(choice.label) : value}</span>
}
