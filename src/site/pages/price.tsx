import { m } from '../../platform/language/words.ts'
import { Money } from '../../ui/text/money.tsx'

interface Price {
  /** A whole number of minor units, as digits. */
  readonly minor: string
  readonly currency: string
  readonly unit: 'once' | 'monthly'
}

/** What a service costs, and how often. */
export function Prices({ price }: { price: Price }) {
  return (
    <>
      <Money minor={Number(price.minor)} currency={price.currency} />{' '}
      {price.unit === 'once' ? m.site_services_once() : m.site_services_monthly()}
    </>
  )
}
