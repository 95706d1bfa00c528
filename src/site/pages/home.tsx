import type { listServices } from '../../orders/service/list-services.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { countPromises } from '../../privacy/promises/count-promises.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, Section } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import type { Route } from './+types/home.ts'
import { Prices } from './price.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, origin, provider } = visit(context)
  const [{ services }, counts] = await Promise.all([
    call<typeof listServices>('service.list', {}),
    call<typeof countPromises>('promise.count', {}),
  ])
  return { origin, name: provider?.name ?? 'Zavor', services, counts }
}

export default function HomePage({ loaderData: { origin, name, services, counts } }: Route.ComponentProps) {
  const locale = getLocale()
  const home = `/${locale}`
  return (
    <Page>
      <PublicHead title={name} description={m.site_home_description()} origin={origin} path="" />
      <header className="max-w-prose pt-4 lg:pt-10">
        <h1 className="text-title lg:text-display">{m.site_home_title()}</h1>
        <p className="mt-3 text-lead text-quiet">{m.site_home_lead({ name })}</p>
        <p className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
          <LinkButton to={`${home}/register`}>{m.site_home_open_account()}</LinkButton>
          <a href={`${home}/contact`} className="link">
            {m.site_home_write()}
          </a>
        </p>
      </header>
      <div className="mt-14 grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={m.site_home_steps()}>
          <ol className="grid">
            {steps().map((step, index) => (
              <li key={step.title} className="grid grid-cols-[2rem_1fr] border-t border-line py-3.5">
                <span className="text-quiet tabular">{index + 1}</span>
                <div className="max-w-prose">
                  <h3 className="font-semibold">{step.title}</h3>
                  <p className="mt-0.5 text-quiet">{step.text}</p>
                </div>
              </li>
            ))}
          </ol>
        </Section>
        <div className="grid content-start gap-12">
          {services.length > 0 && (
            <Section title={m.site_home_services()}>
              <ul className="grid">
                {services.map((service) => (
                  <li key={service.id} className="border-t border-line py-3">
                    <a href={`${home}/services#${service.slug}`} className="link font-medium">
                      {service.name[locale]}
                    </a>
                    <p className="text-small text-quiet">
                      <Prices price={service.price} />
                    </p>
                  </li>
                ))}
              </ul>
              <a href={`${home}/services`} className="link text-small">
                {m.site_home_all_services()}
              </a>
            </Section>
          )}
          <Section title={m.site_home_promises()}>
            <p className="text-quiet">{m.site_home_promises_text()}</p>
            <p className="mt-2 text-quiet">{m.site_policy_counts(counts)}</p>
            <p className="mt-2">
              <a href={`${home}/policy`} className="link">
                {m.site_home_to_policy()}
              </a>
            </p>
          </Section>
        </div>
      </div>
    </Page>
  )
}

function steps() {
  return [
    { title: m.site_home_order(), text: m.site_home_order_text() },
    { title: m.site_home_access(), text: m.site_home_access_text() },
    { title: m.site_home_talk(), text: m.site_home_talk_text() },
    { title: m.site_home_confirm(), text: m.site_home_confirm_text() },
    { title: m.site_home_data(), text: m.site_home_data_text() },
  ]
}
