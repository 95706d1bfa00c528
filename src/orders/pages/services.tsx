import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { PlaceLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { listServices } from '../service/list-services.ts'
import type { Route } from './+types/services.ts'
import { PriceWords } from './price-words.tsx'
import { said } from './said.ts'

export function loader({ context }: Route.LoaderArgs) {
  return visit(context).call<typeof listServices>('service.list', {})
}

export default function Services({ loaderData: { services } }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader title={m.orders_services_title()} trail={[{ to: '/desk/orders', words: m.orders_title() }]} />
      {services.length === 0 && <EmptyState>{m.orders_services_none()}</EmptyState>}
      <ul className="border-t border-line">
        {services.map((service) => (
          <li key={service.id} className="relative border-b border-line py-4 hover:bg-raised" data-row="">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <h2 className="text-lead">
                <PlaceLink
                  to={`/desk/services/${service.slug}`}
                  className="row-target link after:absolute after:inset-0"
                >
                  {said(service.name)}
                </PlaceLink>
              </h2>
              <PriceWords price={service.price} />
            </div>
            <p className="mt-1 max-w-prose text-quiet">{said(service.summary)}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
