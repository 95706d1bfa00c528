import { visit } from '../../platform/http/visit.ts'
import { number } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listErasures } from '../ending/list-erasures.ts'
import type { Route } from './+types/erasures.ts'
import { RightsTabs } from './rights-tabs.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const [at, id] = [searchParams.get('at'), searchParams.get('id')]
  const input = at && id ? { before: { at, id } } : {}
  const { call, can } = visit(context)
  const mayKeep = can('retention.list')
  return { later: at !== null, mayKeep, ...(await call<typeof listErasures>('erasure.list', input)) }
}

export default function Erasures({ loaderData: { erasures, next, later, mayKeep } }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.rights_staff_erasures()}
        trail={[{ to: '/staff/rights', words: m.rights_staff_title() }]}
        action={
          mayKeep && (
            <LinkButton to="/staff/retention" look="quiet">
              {m.rights_retention_title()}
            </LinkButton>
          )
        }
      />
      <RightsTabs current="erasures" />
      <p className="mb-4 max-w-prose text-quiet">{m.rights_staff_erasures_words()}</p>
      <Table
        label={m.rights_staff_erasures()}
        rows={erasures}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'id',
            head: m.rights_receipt_number(),
            cell: (one) => <Exact>{one.id}</Exact>,
            phone: 'title',
            wide: true,
          },
          {
            key: 'what',
            head: m.rights_receipt_what(),
            cell: (one) => (one.scope === 'account' ? m.rights_receipt_account() : m.rights_receipt_person()),
          },
          {
            key: 'people',
            head: m.rights_staff_people(),
            cell: (one) => number(one.people),
            end: true,
            phone: 'hide',
          },
          { key: 'rows', head: m.rights_staff_rows(), cell: (one) => number(one.rows), end: true, phone: 'hide' },
          {
            key: 'state',
            head: m.rights_staff_state(),
            cell: (one) =>
              one.finishedAt === null ? (
                <StateWord tone="wait">{m.rights_staff_running()}</StateWord>
              ) : one.letters > 0 ? (
                <StateWord tone="wait">{m.rights_staff_letters({ count: one.letters })}</StateWord>
              ) : (
                <StateWord tone="done">{m.rights_staff_finished()}</StateWord>
              ),
          },
          {
            key: 'request',
            head: m.rights_staff_erasure_told(),
            cell: (one) =>
              one.caseId && <TextLink to={`/staff/rights/${one.caseId}`}>{m.rights_staff_erasure_request()}</TextLink>,
          },
          { key: 'at', head: m.rights_staff_at(), cell: (one) => <When at={one.at} />, end: true },
        ]}
        empty={<p className="text-quiet">{m.rights_staff_none()}</p>}
      />
      <Pager
        newer={later ? '/staff/rights/erasures' : null}
        older={next && `/staff/rights/erasures?at=${encodeURIComponent(next.at)}&id=${next.id}`}
      />
    </Page>
  )
}
