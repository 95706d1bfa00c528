import { m } from '../../platform/language/words.ts'
import { Facts } from '../../ui/text/facts.tsx'
import type { ServiceTerms } from '../service/service.terms.ts'
import { PriceWords } from './price-words.tsx'
import { said } from './said.ts'

/** What a service is, costs, delivers and needs: the same for the client, the visitor and the preview. */
export function ServiceWords({ terms }: { terms: ServiceTerms }) {
  return (
    <div className="grid gap-6">
      <p className="max-w-prose whitespace-pre-line break-words">{said(terms.description)}</p>
      <Facts
        items={[
          { term: m.orders_price(), value: <PriceWords price={terms.price} /> },
          { term: m.orders_delivers(), value: <span className="whitespace-pre-line">{said(terms.delivers)}</span> },
          {
            term: m.orders_needs_access(),
            value:
              terms.access.length === 0 ? (
                m.orders_needs_no_access()
              ) : (
                <ul className="grid gap-1.5">
                  {terms.access.map((item) => (
                    <li key={item.name}>
                      {said(item.label)}
                      <span className="block text-small text-quiet">{said(item.why)}</span>
                    </li>
                  ))}
                </ul>
              ),
            note: terms.access.length > 0 && m.orders_access_comes_later(),
          },
        ]}
      />
    </div>
  )
}
