import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { exactTime } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { leaveReport, removeChild } from '../decide-report.ts'
import type { showChildReport } from '../show-report.ts'
import type { Route } from './+types/report-case.ts'
import { LeaveForm, RemoveForm } from './decide-forms.tsx'
import { kindWords, knownWords, outcomeWords } from './words.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.trim() ?? ''
  const input = { reportId: params.reportId, ...(q ? { q } : {}) }
  const report = await call<typeof showChildReport>('child_report.show', input)
  return { report, q, fresh: isFresh(actor), done: searchParams.has('done') }
}

export async function action({ context, params: { reportId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    if (form.get('formId') === 'leave') {
      const outcome = String(form.get('outcome') ?? '') as 'no_child'
      await call<typeof leaveReport>('child_report.leave', { reportId, outcome })
    } else {
      const persons = form.getAll('persons').map((value) => {
        const [accountId = '', personId = '', scope = ''] = String(value).split(' ')
        return { accountId, personId, scope: scope as 'person' }
      })
      await call<typeof removeChild>('child_report.remove', {
        reportId,
        persons,
        knownBy: String(form.get('knownBy') ?? '') as 'parent',
        understood: String(form.get('understood') ?? '') as 'yes',
      })
    }
    throw redirect(`/staff/children/${reportId}?done`)
  })
}

export default function ReportCase({ loaderData: { report, q, fresh, done }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.children_case_title({ number: report.number })}
        trail={[{ to: '/staff/children', words: m.children_title() }]}
        state={
          report.decidedAt ? (
            <StateWord tone="done">
              {report.outcome && outcomeWords[report.outcome]()} <When at={report.decidedAt} />
            </StateWord>
          ) : (
            <StateWord tone={report.isOverdue ? 'danger' : 'wait'}>
              {report.isOverdue ? m.children_was_due() : m.children_due()} <When at={report.dueAt} />
            </StateWord>
          )
        }
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.children_done_decided()} />
        </div>
      )}
      <Facts items={factsOf(report)} />
      {!report.decidedAt && (
        <div className="mt-10 grid gap-10">
          <RemoveForm report={report} q={q} fresh={fresh} answer={actionData} />
          <LeaveForm report={report} answer={actionData} />
        </div>
      )}
    </Page>
  )
}

type Report = Route.ComponentProps['loaderData']['report']

function factsOf(report: Report) {
  const { erasures, receiptAt } = report
  return [
    { term: m.children_received(), value: exactTime(report.receivedAt) },
    { term: m.children_kind_head(), value: kindWords[report.kind]() },
    ...(report.aboutWhom ? [{ term: m.children_whom_head(), value: report.aboutWhom }] : []),
    ...(report.why
      ? [{ term: m.children_why_head(), value: <span className="whitespace-pre-line">{report.why}</span> }]
      : []),
    ...(report.decidedBy
      ? [{ term: m.children_decided_by_head(), value: report.decidedBy, note: m.children_words_gone() }]
      : []),
    ...(report.knownBy ? [{ term: m.children_known(), value: knownWords[report.knownBy]() }] : []),
    ...(erasures.length > 0
      ? [
          {
            term: m.children_erasures(),
            value: erasures.map((id) => (
              <span key={id} className="block">
                <Exact>{id}</Exact>
              </span>
            )),
          },
        ]
      : []),
    {
      term: m.children_receipt(),
      value: receiptAt ? (
        <>
          {m.children_receipt_sent()} <When at={receiptAt} />
        </>
      ) : report.wantsReceipt ? (
        m.children_receipt_waits()
      ) : (
        m.children_receipt_none()
      ),
    },
  ]
}
