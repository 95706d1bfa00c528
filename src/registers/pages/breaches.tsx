import { visit } from '../../platform/http/visit.ts'
import { list } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { When } from '../../ui/text/when.tsx'
import { natureWords } from '../breaches/breach.words.ts'
import type { listBreaches } from '../breaches/list-breaches.ts'
import type { Route } from './+types/breaches.ts'
import { BreachClock } from './breach-clock.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return visit(context).call<typeof listBreaches>('breach.list', {})
}

export default function Breaches({ loaderData: { breaches } }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.registers_breaches_title()}
        trail={[{ to: '/staff/registers', words: m.registers_title() }]}
        action={<LinkButton to="/staff/registers/breaches/new">{m.registers_breach_note()}</LinkButton>}
      />
      <p className="mb-6 max-w-prose">{m.registers_breaches_lead()}</p>
      <Table
        label={m.registers_breaches_title()}
        rows={breaches}
        rowKey={(one) => one.id}
        rowTo={(one) => `/staff/registers/breaches/${one.id}`}
        columns={[
          {
            key: 'number',
            head: m.registers_breach_own_number(),
            cell: (one) => m.registers_breach_called({ number: one.number }),
            phone: 'title',
          },
          {
            key: 'nature',
            head: m.registers_breach_nature(),
            cell: (one) => list(one.form.nature.map((nature) => natureWords[nature]())) || '—',
            wide: true,
          },
          {
            key: 'discovered',
            named: true,
            head: m.registers_breach_discovered(),
            cell: (one) => <When at={one.discoveredAt} />,
          },
          { key: 'clock', head: m.registers_breach_clock(), cell: (one) => <BreachClock breach={one} /> },
        ]}
        empty={<EmptyState>{m.registers_breaches_none()}</EmptyState>}
      />
    </Page>
  )
}
