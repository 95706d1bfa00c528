import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { listLeases } from '../lease/list-leases.ts'
import type { listUses } from '../lease/list-uses.ts'
import type { listSecretRequests } from '../request/list-requests.ts'
import type { listTargets } from '../target/list-targets.ts'
import type { TargetView } from '../target/target.view.ts'
import type { Route } from './+types/client-access.ts'
import { DoneNotice } from './done-notice.tsx'
import { LeaseRows } from './lease-rows.tsx'
import { RequestTable } from './request-table.tsx'
import { kindWords } from './state-words.tsx'
import { addressOf } from './target-facts.tsx'
import { UseTable } from './use-table.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = visit(context)
  const { accountId } = params
  const [{ accountName, targets }, { requests }, { leases }, { uses }] = await Promise.all([
    call<typeof listTargets>('target.list', { accountId }),
    call<typeof listSecretRequests>('secret_request.list', { accountId }),
    call<typeof listLeases>('lease.list', { accountId, only: 'live' }),
    call<typeof listUses>('reveal.list', { accountId }),
  ])
  return { accountId, accountName, targets, requests, leases, uses }
}

/** The access to one client's systems, to those who work on them. */
export default function ClientAccess({ loaderData }: Route.ComponentProps) {
  const { accountId, accountName, targets, requests, leases, uses } = loaderData
  const ask = `/staff/access/ask?account=${accountId}`
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/staff/access', words: m.access_title() }]}
        title={accountName ? m.access_client_title({ name: accountName }) : m.access_title()}
        action={<LinkButton to={ask}>{m.access_ask_button()}</LinkButton>}
      />
      <DoneNotice />
      {leases.length > 0 && (
        <Section title={m.access_leases_title()}>
          <LeaseRows leases={leases} to={(id) => `/staff/access/leases/${id}`} />
        </Section>
      )}
      <Section
        title={m.access_targets_title()}
        aside={
          <LinkButton small look="quiet" to={`/staff/access/clients/${accountId}/target`}>
            {m.access_target_add()}
          </LinkButton>
        }
      >
        <Table
          label={m.access_targets_title()}
          rows={targets}
          rowKey={(target) => target.id}
          columns={[
            { key: 'name', head: m.access_head_thing(), cell: (target) => target.name, phone: 'title', wide: true },
            { key: 'kind', head: m.access_head_kind(), cell: (target) => kindWords(target.kind) },
            {
              key: 'where',
              head: m.access_head_where(),
              cell: (target) => <Exact>{addressOf(target)}</Exact>,
            },
            { key: 'state', head: m.access_head_state(), cell: (target) => <Opens target={target} /> },
            {
              key: 'act',
              head: <span className="sr-only">{m.access_head_acts()}</span>,
              cell: (target) => <Act target={target} accountId={accountId} />,
              end: true,
            },
          ]}
          empty={<EmptyState>{m.access_targets_none()}</EmptyState>}
        />
      </Section>
      <Section title={m.access_requests_title()}>
        <RequestTable
          requests={requests}
          to={(id) => `/staff/access/requests/${id}`}
          empty={<EmptyState>{m.access_requests_none()}</EmptyState>}
        />
      </Section>
      <Section title={m.access_uses_title()}>
        <UseTable uses={uses} to={(id) => `/staff/access/leases/${id}`} />
      </Section>
    </Page>
  )
}

function Opens({ target }: { target: TargetView }) {
  if (!target.deposit) return <StateWord>{m.access_target_shut()}</StateWord>
  if (target.deposit.viewsLeft === 0) return <StateWord>{m.access_lease_used_up()}</StateWord>
  return <StateWord tone="done">{m.access_target_open()}</StateWord>
}

function Act({ target, accountId }: { target: TargetView; accountId: string }) {
  const search = new URLSearchParams({ account: accountId, target: target.id })
  if (target.deposit && target.deposit.viewsLeft > 0) {
    return (
      <LinkButton small look="quiet" to={`/staff/access/leases/new?${search}`}>
        {m.access_ask_lease()}
      </LinkButton>
    )
  }
  return (
    <LinkButton small look="plain" to={`/staff/access/ask?${search}`}>
      {m.access_ask_button()}
    </LinkButton>
  )
}
