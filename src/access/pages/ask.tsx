import { data, redirect } from 'react-router'
import { answerForm, formAgain } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { askForAccess } from '../request/ask-for-access.ts'
import type { listTargets } from '../target/list-targets.ts'
import type { Route } from './+types/ask.ts'
import { AskedFields, askedFrom, mostAsked, renameAsked } from './asked-fields.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const search = new URL(request.url).searchParams
  const accountId = search.get('account')
  const targetId = search.get('target')
  const known = accountId && can('target.list') ? await call<typeof listTargets>('target.list', { accountId }) : null
  const work = { order: search.get('order') ?? '', ticket: search.get('ticket') ?? '' }
  const target = known?.targets.find((one) => one.id === targetId) ?? null
  return { accountId, accountName: known?.accountName ?? null, work, target }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const items = askedFrom(form)
  // One more thing to ask for: the same page again, with all that was typed.
  if (form.has('more')) return { count: items.length + 1, answer: formAgain(form) }
  const answer = await answerForm(
    form,
    async () => {
      const { requestId } = await visit(context).call<typeof askForAccess>('secret_request.ask', {
        accountId: String(form.get('account')),
        reason: String(form.get('reason') ?? ''),
        days: Number(form.get('days')),
        orderId: String(form.get('order') ?? '') || undefined,
        ticketId: String(form.get('ticket') ?? '') || undefined,
        items,
      })
      throw redirect(`/staff/access/requests/${requestId}?done=asked`)
    },
    { rename: renameAsked(items.length) },
  )
  return data({ count: items.length, answer: answer.data }, answer.init ?? {})
}

/** Asking a client for named access, with why and until when. */
export default function Ask({ loaderData, actionData }: Route.ComponentProps) {
  const { accountId, accountName, work, target } = loaderData
  const count = Math.min(mostAsked, actionData?.count ?? 1)
  const trail = [{ to: '/staff/access', words: m.access_title() }]
  if (!accountId) {
    const choose = <LinkButton to="/staff/clients">{m.access_choose_client()}</LinkButton>
    return (
      <Page>
        <PageHeader trail={trail} title={m.access_ask_button()} />
        <EmptyState action={choose}>{m.access_ask_no_client()}</EmptyState>
      </Page>
    )
  }
  return (
    <Page>
      <PageHeader
        trail={accountName ? [...trail, { to: `/staff/access/clients/${accountId}`, words: accountName }] : trail}
        title={m.access_ask_button()}
        state={m.access_ask_state()}
      />
      <Form answer={actionData?.answer}>
        {/* What Enter presses: the first button of a form, and that must not be the one that asks for more. */}
        <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="order" value={work.order} />
        <input type="hidden" name="ticket" value={work.ticket} />
        <AskedFields count={count} target={target} />
        <Field name="reason" label={m.access_ask_reason()} hint={m.access_ask_reason_hint()}>
          <TextArea maxLength={2000} />
        </Field>
        <Field name="days" label={m.access_ask_days()} hint={m.access_ask_days_hint()}>
          <Select
            defaultValue="30"
            choices={[3, 7, 14, 30, 60, 90].map((days) => ({
              value: String(days),
              label: m.access_days({ count: days }),
            }))}
          />
        </Field>
        <Submit aside={m.access_ask_aside()}>{m.access_ask_send()}</Submit>
      </Form>
    </Page>
  )
}
