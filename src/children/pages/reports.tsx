import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { type Column, Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listChildReports } from '../list-reports.ts'
import type { Route } from './+types/reports.ts'
import { kindWords, outcomeWords } from './words.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const list = searchParams.get('list') === 'decided' ? ('decided' as const) : ('open' as const)
  const page = Math.max(0, Number.parseInt(searchParams.get('page') ?? '0', 10) || 0)
  const shown = await visit(context).call<typeof listChildReports>('child_report.list', { list, page })
  return { ...shown, list, page }
}

export default function ChildReports({ loaderData }: Route.ComponentProps) {
  const { reports, open, overdue, more, list, page } = loaderData
  const to = (at: number) => `/staff/children?list=${list}&page=${at}`
  return (
    <Page>
      <PageHeader
        title={m.children_title()}
        trail={[{ to: '/staff/rights', words: m.children_rights() }]}
        state={
          overdue > 0 ? (
            <StateWord tone="danger">{m.children_overdue({ count: overdue })}</StateWord>
          ) : (
            <StateWord tone={open > 0 ? 'wait' : 'done'}>{m.children_open({ count: open })}</StateWord>
          )
        }
      />
      <p className="mb-4 max-w-prose text-quiet">
        {m.children_lead()}{' '}
        <a className="link" href={`/${getLocale()}/child`}>
          {m.children_form_link()}
        </a>
      </p>
      <TabLinks
        label={m.children_title()}
        items={[
          { to: '/staff/children', words: m.children_tab_open(), current: list === 'open', count: open },
          { to: '/staff/children?list=decided', words: m.children_tab_decided(), current: list === 'decided' },
        ]}
      />
      <div className="mt-4">
        <Table
          label={list === 'open' ? m.children_tab_open() : m.children_tab_decided()}
          rows={reports}
          rowKey={(one) => one.id}
          rowTo={(one) => `/staff/children/${one.id}`}
          unread={(one) => one.outcome === null}
          columns={list === 'open' ? openColumns() : decidedColumns()}
          empty={<p className="text-quiet">{list === 'open' ? m.children_none_open() : m.children_none_decided()}</p>}
        />
        <Pager newer={page > 0 ? to(page - 1) : null} older={more ? to(page + 1) : null} />
      </div>
    </Page>
  )
}

type Report = Route.ComponentProps['loaderData']['reports'][number]

const common = (): Column<Report>[] => [
  { key: 'number', head: m.children_number(), cell: (one) => `#${one.number}`, phone: 'title' },
  { key: 'kind', head: m.children_kind_head(), cell: (one) => kindWords[one.kind]() },
]

const openColumns = (): Column<Report>[] => [
  ...common(),
  { key: 'whom', head: m.children_whom_head(), cell: (one) => one.aboutWhom, wide: true },
  {
    key: 'due',
    head: m.children_due_head(),
    cell: (one) => (
      <StateWord tone={one.isOverdue ? 'danger' : 'wait'}>
        <When at={one.dueAt} />
      </StateWord>
    ),
    end: true,
  },
]

const decidedColumns = (): Column<Report>[] => [
  ...common(),
  {
    key: 'outcome',
    head: m.children_outcome_head(),
    cell: (one) => one.outcome && outcomeWords[one.outcome](),
    wide: true,
  },
  { key: 'by', head: m.children_decided_by_head(), cell: (one) => one.decidedBy },
  {
    key: 'at',
    head: m.children_decided_head(),
    cell: (one) => one.decidedAt && <When at={one.decidedAt} />,
    end: true,
  },
]
