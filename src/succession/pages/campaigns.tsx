import { visit } from '../../platform/http/visit.ts'
import { civilDay, number } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { listSuccessions } from '../start-campaign.ts'
import type { Route } from './+types/campaigns.ts'
import { CampaignStateWord } from './campaign-state.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { campaigns } = await call<typeof listSuccessions>('succession.list', {})
  return { campaigns, mayStart: can('succession.start') }
}

export default function Campaigns({ loaderData: { campaigns, mayStart } }: Route.ComponentProps) {
  const start = mayStart && <LinkButton to="/staff/succession/new">{m.succession_new()}</LinkButton>
  return (
    <Page>
      <PageHeader
        title={m.succession_title()}
        trail={[{ to: '/staff/registers', words: m.succession_registers() }]}
        action={campaigns.length > 0 && start}
      />
      <p className="mb-6 max-w-prose text-quiet">{m.succession_lead()}</p>
      <Table
        label={m.succession_title()}
        rows={campaigns}
        rowKey={(one) => one.id}
        rowTo={(one) => `/staff/succession/${one.id}`}
        columns={[
          {
            key: 'successor',
            head: m.succession_successor(),
            cell: (one) => one.successor,
            wide: true,
            phone: 'title',
          },
          { key: 'state', head: m.succession_state(), cell: (one) => <CampaignStateWord state={one.state} /> },
          { key: 'yes', head: m.succession_yes(), cell: (one) => number(one.counts.yes), end: true, named: true },
          { key: 'no', head: m.succession_no(), cell: (one) => number(one.counts.no), end: true, named: true },
          {
            key: 'silent',
            head: m.succession_silent(),
            cell: (one) => number(one.counts.silent),
            end: true,
            named: true,
          },
          {
            key: 'closes',
            head: m.succession_closes(),
            cell: (one) => <span className="whitespace-nowrap">{civilDay(one.closesOn)}</span>,
            end: true,
          },
        ]}
        empty={<EmptyState action={start}>{m.succession_none()}</EmptyState>}
      />
    </Page>
  )
}
