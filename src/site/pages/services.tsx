import type { listServices } from '../../orders/service/list-services.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { Route } from './+types/services.ts'
import { Prices } from './price.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  return { origin, services: (await call<typeof listServices>('service.list', {})).services }
}

type Service = Route.ComponentProps['loaderData']['services'][number]

export default function ServicesPage({ loaderData: { origin, services } }: Route.ComponentProps) {
  const contact = `/${getLocale()}/contact`
  return (
    <Page>
      <PublicHead
        title={m.site_services_title()}
        description={m.site_services_description()}
        origin={origin}
        path="/services"
      />
      <PageHeader title={m.site_services_title()} windowTitle="" />
      {services.length === 0 ? (
        <EmptyState action={<LinkButton to={contact}>{m.site_contact_title()}</LinkButton>}>
          {m.site_services_none()}
        </EmptyState>
      ) : (
        <p className="max-w-prose text-quiet">{m.site_services_lead()}</p>
      )}
      {services.map((service) => (
        <ServiceArticle key={service.id} service={service} contact={contact} />
      ))}
    </Page>
  )
}

function ServiceArticle({ service, contact }: { service: Service; contact: string }) {
  const locale = getLocale()
  return (
    <article
      id={service.slug}
      aria-labelledby={`${service.slug}-name`}
      className="mt-10 grid gap-x-12 gap-y-4 border-t border-line pt-6 lg:grid-cols-[minmax(0,68ch)_minmax(14rem,1fr)]"
    >
      <div className="min-w-0">
        <h2 id={`${service.slug}-name`} className="text-lead">
          {service.name[locale]}
        </h2>
        <p className="mt-1 text-quiet">{service.summary[locale]}</p>
        <p className="mt-3 whitespace-pre-line">{service.description[locale]}</p>
        <h3 className="mt-5 font-semibold">{m.site_services_delivers()}</h3>
        <p className="mt-1 whitespace-pre-line">{service.delivers[locale]}</p>
        {service.access.length > 0 && (
          <>
            <h3 className="mt-5 font-semibold">{m.site_services_access()}</h3>
            <ul className="mt-1 grid gap-1.5">
              {service.access.map((item) => (
                <li key={item.name}>
                  {item.label[locale]}
                  <span className="block text-small text-quiet">{item.why[locale]}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className="grid content-start gap-3">
        <p className="text-lead">
          <Prices price={service.price} />
        </p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <LinkButton look="quiet" to={`/desk/services/${service.slug}`}>
            {m.site_services_order()}
          </LinkButton>
          <a href={contact} className="link">
            {m.site_services_ask()}
          </a>
        </p>
      </div>
    </article>
  )
}
