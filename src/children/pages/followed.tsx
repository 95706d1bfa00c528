import { visit } from '../../platform/http/visit.ts'
import { exactTime } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { followChildReport } from '../follow-report.ts'
import type { Route } from './+types/followed.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const report = await visit(context).call<typeof followChildReport>('child_report.follow', { token: params.token })
  return { report, isNew: new URL(request.url).searchParams.has('new') }
}

/** The link opens the page: it is not handed on to where this page leads, and no machine keeps it. */
export function headers() {
  return { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' }
}

export default function FollowedReport({ loaderData: { report, isNew } }: Route.ComponentProps) {
  const { number, receivedAt, dueAt, decidedAt, told, receipt } = report
  return (
    <Page>
      <PageHeader
        title={m.children_followed_title({ number })}
        state={
          decidedAt ? (
            <StateWord tone="done">{m.children_decided_at({ at: exactTime(decidedAt) })}</StateWord>
          ) : (
            <StateWord tone="wait">{m.children_decided_by({ at: exactTime(dueAt) })}</StateWord>
          )
        }
      />
      {isNew && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.children_done_reported()}>
            {m.children_done_keep_link()}
          </Notice>
        </div>
      )}
      <Facts
        items={[
          { term: m.children_received(), value: exactTime(receivedAt) },
          {
            term: m.children_result(),
            value:
              told === null
                ? m.children_told_waits()
                : told === 'removed'
                  ? m.children_told_removed()
                  : m.children_told_looked(),
          },
          { term: m.children_receipt(), value: receiptWords[receipt]() },
        ]}
      />
    </Page>
  )
}

const receiptWords = {
  waits: m.children_receipt_waits,
  sent: m.children_receipt_sent,
  none: m.children_receipt_none,
} as const
