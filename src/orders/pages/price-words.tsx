import { m } from '../../platform/language/words.ts'
import { Money } from '../../ui/text/money.tsx'
import type { Price } from '../service/service.terms.ts'

/** "1.450,00 RON", "750,00 RON pe lună" */
export function PriceWords({ price }: { price: Price }) {
  return (
    <span className="whitespace-nowrap">
      <Money minor={price.minor} currency={price.currency} />
      {price.unit === 'monthly' && ` ${m.orders_a_month()}`}
    </span>
  )
}
