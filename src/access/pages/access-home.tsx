import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { When } from '../../ui/text/when.tsx'
import type { giveDeposit } from '../deposit/give-deposit.ts'
import type { listLeases } from '../lease/list-leases.ts'
import type { listUses } from '../lease/list-uses.ts'
import type { setAccessRule } from '../lease/set-rule.ts'
import type { showAccessRule } from '../lease/show-rule.ts'
import type { listSecretRequests } from '../request/list-requests.ts'
import type { listTargets } from '../target/list-targets.ts'
import type { Route } from './+types/access-home.ts'
import { DoneNotice } from './done-notice.tsx'
import { LeaseRows } from './lease-rows.tsx'
import { RequestTable } from './request-table.tsx'
import { addressOf } from './target-facts.tsx'
import { UseTable } from './use-table.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const [requests, leases, targets, uses, rule] = await Promise.all([
    call<typeof listSecretRequests>('secret_request.list', {}),
    call<typeof listLeases>('lease.list', { only: 'live' }),
    call<typeof listTargets>('target.list', {}),
    call<typeof listUses>('reveal.list', {}),
    call<typeof showAccessRule>('access_rule.show', {}),
  ])
  const mayGive = can<typeof giveDeposit>('deposit.give')
  return {
    requests: requests.requests,
    leases: leases.leases.filter((lease) => lease.state === 'asked' || lease.state === 'approved'),
    held: targets.targets.filter((target) => target.deposit !== null),
    uses: uses.uses.slice(0, 5),
    approval: rule.approval,
    mayGive,
    maySetRule: can<typeof setAccessRule>('access_rule.set'),
  }
}

export default function AccessHome({ loaderData }: Route.ComponentProps) {
  const { requests, leases, held, uses, approval, mayGive, maySetRule } = loaderData
  const offer = mayGive && (
    <LinkButton look="quiet" to="/desk/access/offer">
      {m.access_offer_button()}
    </LinkButton>
  )
  return (
    <Page>
      <PageHeader title={m.access_title()} state={m.access_home_state()} action={offer} />
      <DoneNotice />
      {leases.length > 0 && (
        <Section title={m.access_home_leases()}>
          <LeaseRows leases={leases} to={(id) => `/desk/access/leases/${id}`} />
        </Section>
      )}
      <Section title={m.access_home_requests()}>
        <RequestTable
          requests={requests}
          to={(id) => `/desk/access/${id}`}
          empty={<EmptyState>{m.access_home_no_requests()}</EmptyState>}
        />
      </Section>
      <Section title={m.access_home_held()} aside={m.access_home_held_aside()}>
        <Table
          label={m.access_home_held()}
          rows={held}
          rowKey={(target) => target.id}
          columns={[
            { key: 'name', head: m.access_head_thing(), cell: (target) => target.name, phone: 'title', wide: true },
            {
              key: 'where',
              head: m.access_head_where(),
              cell: (target) => <Exact>{addressOf(target)}</Exact>,
            },
            {
              key: 'given',
              head: m.access_head_given(),
              cell: (target) => target.deposit && <Given at={target.deposit.at} by={target.deposit.by} />,
            },
            {
              key: 'shown',
              head: m.access_head_shown(),
              cell: ({ deposit }) =>
                deposit && m.access_uses_of({ used: deposit.views - deposit.viewsLeft, uses: deposit.views }),
            },
            {
              key: 'until',
              head: m.access_head_until(),
              cell: (target) =>
                target.deposit && (
                  <>
                    <span className="md:hidden">{m.access_head_until()} </span>
                    <When at={target.deposit.expiresAt} />
                  </>
                ),
            },
            {
              key: 'acts',
              head: <span className="sr-only">{m.access_head_acts()}</span>,
              cell: ({ deposit }) =>
                deposit &&
                mayGive && <Acts requestId={deposit.requestId} itemId={deposit.itemId} replace={deposit.replaceable} />,
              end: true,
            },
          ]}
          empty={<EmptyState>{m.access_home_nothing_held()}</EmptyState>}
        />
      </Section>
      <Section
        title={m.access_uses_title()}
        aside={uses.length > 0 && <TextLink to="/desk/access/uses">{m.access_uses_all()}</TextLink>}
      >
        <UseTable uses={uses} to={(id) => `/desk/access/leases/${id}`} />
      </Section>
      <Section title={m.access_rule_title()}>
        <p className="max-w-prose">
          {approval === 'client' ? m.access_rule_client() : m.access_rule_either()}{' '}
          {maySetRule && <TextLink to="/desk/access/rule">{m.access_rule_change()}</TextLink>}
        </p>
      </Section>
    </Page>
  )
}

function Given({ at, by }: { at: Date; by: string | null }) {
  return (
    <>
      <When at={at} /> {by && `· ${by}`}
    </>
  )
}

function Acts({ requestId, itemId, replace }: { requestId: string; itemId: string; replace: boolean }) {
  const to = `/desk/access/${requestId}/${itemId}`
  return (
    <span className="inline-flex flex-wrap gap-x-4 gap-y-1">
      {replace && <TextLink to={to}>{m.access_replace()}</TextLink>}
      <TextLink to={`${to}/withdraw`}>{m.access_withdraw()}</TextLink>
    </span>
  )
}
