import type { countChildReports } from '../../children/list-reports.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { countOverdue } from '../desk/count-overdue.ts'
import type { listQueue } from '../desk/list-queue.ts'
import type { Route } from './+types/queue.ts'
import { QueueTable } from './queue-table.tsx'
import { RightsTabs } from './rights-tabs.tsx'

const lists = ['open', 'to_tell', 'closed'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const asked = new URL(request.url).searchParams
  const list = lists.find((one) => one === asked.get('list')) ?? 'open'
  const page = Math.max(0, Math.trunc(Number(asked.get('page')) || 0))
  if (!can('request.queue')) {
    return {
      ...(await call<typeof countOverdue>('request.overdue', {})),
      list,
      page,
      queue: null,
      children: null,
      mayKeep: false,
    }
  }
  const [queue, children] = await Promise.all([
    call<typeof listQueue>('request.queue', { list, page }),
    call<typeof countChildReports>('child_report.count', {}),
  ])
  return { list, page, overdue: queue.overdue, queue, children, mayKeep: can('retention.list') }
}

/** Requests about data by deadline, the overdue loud. */
export default function Queue({ loaderData: { list, page, overdue, queue, children, mayKeep } }: Route.ComponentProps) {
  const here = list === 'open' ? '/staff/rights?' : `/staff/rights?list=${list}&`
  return (
    <Page>
      <PageHeader
        title={m.rights_staff_title()}
        state={
          queue ? <State open={queue.open} unproven={queue.unproven} /> : overdue === 0 && m.rights_queue_none_overdue()
        }
        action={queue && <LinkButton to="/staff/rights/note">{m.rights_queue_note()}</LinkButton>}
      />
      {overdue > 0 && (
        <div className="mb-6">
          <Notice tone="danger" title={m.rights_queue_overdue({ count: overdue })}>
            {m.rights_queue_overdue_words()}
          </Notice>
        </div>
      )}
      {children && children.open > 0 && (
        <div className="mb-6">
          <Notice
            tone={children.overdue > 0 ? 'danger' : 'wait'}
            title={
              children.overdue > 0
                ? m.children_overdue({ count: children.overdue })
                : m.children_open({ count: children.open })
            }
            action={<TextLink to="/staff/children">{m.children_title()}</TextLink>}
          />
        </div>
      )}
      {queue ? (
        <>
          <RightsTabs current={list} open={queue.open} toTell={queue.recipientsToTell} />
          <p className="mb-4 max-w-prose text-small text-quiet">{leads[list]()}</p>
          <QueueTable rows={queue.requests} list={list} />
          <Pager
            newer={page > 0 ? `${here}page=${page - 1}` : null}
            older={queue.more ? `${here}page=${page + 1}` : null}
          />
          {mayKeep && (
            <p className="mt-8 text-small text-quiet">
              {m.rights_queue_retention()} <TextLink to="/staff/retention">{m.rights_retention_title()}</TextLink>
            </p>
          )}
        </>
      ) : (
        <EmptyState>{m.rights_queue_not_yours()}</EmptyState>
      )}
    </Page>
  )
}

/** What a list is for. */
const leads: Record<(typeof lists)[number], () => string> = {
  open: m.rights_queue_open_lead,
  to_tell: m.rights_queue_to_tell_lead,
  closed: m.rights_queue_closed_lead,
}

function State({ open, unproven }: { open: number; unproven: number }) {
  return (
    <>
      <span>{m.rights_queue_open_count({ count: open })}</span>
      {unproven > 0 && <span>{m.rights_queue_unproven({ count: unproven })}</span>}
    </>
  )
}
