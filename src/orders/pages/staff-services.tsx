import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { listServices } from '../service/list-services.ts'
import type { Route } from './+types/staff-services.ts'
import { PriceWords } from './price-words.tsx'
import { said } from './said.ts'
import { ServiceState } from './service-state.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { services } = await call<typeof listServices>('service.list', { which: 'all' })
  return { services, mayDefine: can('service.save') }
}

export default function StaffServices({ loaderData: { services, mayDefine } }: Route.ComponentProps) {
  const add = mayDefine && <LinkButton to="/staff/services/new">{m.orders_service_new_button()}</LinkButton>
  return (
    <Page>
      <PageHeader title={m.orders_services_title()} action={add} />
      <Table
        label={m.orders_services_title()}
        rows={services}
        rowKey={(service) => service.id}
        rowTo={(service) => `/staff/services/${service.id}`}
        columns={[
          { key: 'name', head: m.orders_service(), cell: (service) => said(service.name), wide: true, phone: 'title' },
          { key: 'state', head: m.orders_state(), cell: (service) => <ServiceState state={service.state} /> },
          { key: 'price', head: m.orders_price(), cell: (service) => <PriceWords price={service.price} />, end: true },
        ]}
        empty={<EmptyState>{m.orders_services_none_staff()}</EmptyState>}
      />
    </Page>
  )
}
