import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { askForLease } from '../lease/ask-for-lease.ts'
import type { listLeases } from '../lease/list-leases.ts'
import type { listSecretRequests } from '../request/list-requests.ts'
import type { Route } from './+types/staff-access.ts'
import { DoneNotice } from './done-notice.tsx'
import { LeaseRows } from './lease-rows.tsx'
import { RequestTable } from './request-table.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const search = new URL(request.url).searchParams
  const view = search.get('view') === 'mine' ? 'mine' : 'live'
  const before = search.get('before') ?? undefined
  const mayUse = can<typeof askForLease>('lease.ask')
  const [leases, requests] = await Promise.all([
    mayUse ? call<typeof listLeases>('lease.list', { only: view }) : { leases: [] },
    call<typeof listSecretRequests>('secret_request.list', { before }),
  ])
  return { view, mayUse, leases: leases.leases, requests: requests.requests, next: requests.next }
}

/** Access, to the staff: leases that wait or run, and what was asked of clients. */
export default function StaffAccess({ loaderData }: Route.ComponentProps) {
  const { view, mayUse, leases, requests, next } = loaderData
  return (
    <Page>
      <PageHeader
        title={m.access_title()}
        action={<LinkButton to="/staff/access/ask">{m.access_ask_button()}</LinkButton>}
      />
      <DoneNotice />
      {mayUse && (
        <Section title={m.access_leases_title()}>
          <TabLinks
            label={m.access_leases_title()}
            items={[
              { to: '/staff/access', words: m.access_view_live(), current: view === 'live' },
              { to: '/staff/access?view=mine', words: m.access_view_mine(), current: view === 'mine' },
            ]}
          />
          {leases.length > 0 ? (
            <LeaseRows clients leases={leases} to={(id) => `/staff/access/leases/${id}`} />
          ) : (
            <EmptyState>{m.access_leases_none()}</EmptyState>
          )}
        </Section>
      )}
      <Section title={m.access_requests_title()}>
        <RequestTable
          clients
          requests={requests}
          to={(id) => `/staff/access/requests/${id}`}
          empty={<EmptyState>{m.access_requests_none()}</EmptyState>}
        />
        <Pager newer={null} older={next && `?before=${next}`} />
      </Section>
    </Page>
  )
}
