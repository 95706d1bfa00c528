import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import type { askForLease } from '../lease/ask-for-lease.ts'
import type { listWork } from '../lease/list-work.ts'
import type { listTargets } from '../target/list-targets.ts'
import type { Route } from './+types/ask-lease.ts'
import { targetFacts } from './target-facts.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const accountId = search.get('account') ?? ''
  const { call } = visit(context)
  const { accountName, targets } = await call<typeof listTargets>('target.list', { accountId })
  const target = targets.find((one) => one.id === search.get('target'))
  if (!target) throw nothingHere()
  const work = await call<typeof listWork>('access_work.list', { accountId })
  const [order, ticket] = [search.get('order'), search.get('ticket')]
  const chosen = order ? `order ${order}` : ticket ? `ticket ${ticket}` : undefined
  return { accountId, accountName, target, work, chosen }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [kind, workId] = text('work').split(' ')
  return answerForm(
    form,
    async () => {
      const { leaseId } = await visit(context).call<typeof askForLease>('lease.ask', {
        accountId: text('account'),
        targetId: text('target'),
        reason: text('reason'),
        minutes: Number(text('minutes')),
        uses: Number(text('uses')),
        ...(kind === 'order' ? { orderId: workId } : {}),
        ...(kind === 'ticket' ? { ticketId: workId } : {}),
      })
      throw redirect(`/staff/access/leases/${leaseId}?done=lease`)
    },
    { rename: { orderId: 'work', ticketId: 'work' } },
  )
}

/** Asking to use what a client handed over: why, for which work, for how long. */
export default function AskLease({ loaderData, actionData }: Route.ComponentProps) {
  const { accountId, accountName, target, work, chosen } = loaderData
  const choices = workChoices(work)
  return (
    <Page>
      <PageHeader
        trail={[
          { to: '/staff/access', words: m.access_title() },
          { to: `/staff/access/clients/${accountId}`, words: accountName ?? m.access_head_client() },
        ]}
        title={m.access_lease_ask_title({ target: target.name })}
        state={m.access_lease_ask_state()}
      />
      <div className="mb-8">
        <Facts items={targetFacts(target)} />
      </div>
      <Form answer={actionData}>
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="target" value={target.id} />
        <Field name="reason" label={m.access_lease_reason()} hint={m.access_lease_reason_hint()}>
          <TextArea maxLength={2000} />
        </Field>
        <Field name="work" label={m.access_lease_work()} hint={m.access_lease_work_hint()}>
          <Select
            choices={choices}
            defaultValue={chosen ?? (choices.length === 1 ? choices[0]?.value : undefined)}
            none={m.access_choose()}
          />
        </Field>
        <Field name="minutes" label={m.access_term_length()} hint={m.access_lease_length_hint()}>
          <Select
            defaultValue="60"
            choices={[15, 30, 60, 120, 240, 480].map((minutes) => ({
              value: String(minutes),
              label: m.access_minutes({ count: minutes }),
            }))}
          />
        </Field>
        <Field name="uses" label={m.access_lease_uses()} hint={m.access_lease_uses_hint()}>
          <Select
            defaultValue="1"
            choices={[1, 2, 3, 5, 10].map((uses) => ({ value: String(uses), label: m.access_times({ count: uses }) }))}
          />
        </Field>
        <Submit aside={m.access_lease_ask_aside()}>{m.access_lease_ask_send()}</Submit>
      </Form>
    </Page>
  )
}

function workChoices(work: OutputOf<typeof listWork>) {
  return [
    ...work.tickets.map(({ id, number, subject }) => ({
      value: `ticket ${id}`,
      label: m.access_work_ticket({ number, subject }),
    })),
    ...work.orders.map(({ id, name, at }) => ({
      value: `order ${id}`,
      label: m.access_work_order({ name, at: day(at) }),
    })),
  ]
}
