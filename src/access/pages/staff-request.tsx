import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { When } from '../../ui/text/when.tsx'
import type { askForLease } from '../lease/ask-for-lease.ts'
import type { RequestView } from '../request/secret-request.view.ts'
import type { showSecretRequest } from '../request/show-request.ts'
import type { withdrawSecretRequest } from '../request/withdraw-request.ts'
import type { Route } from './+types/staff-request.ts'
import { DoneNotice } from './done-notice.tsx'
import { ItemList } from './item-list.tsx'
import { RequestState } from './request-table.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const request = await call<typeof showSecretRequest>('secret_request.show', { requestId: params.requestId })
  const mayUse = can<typeof askForLease>('lease.ask')
  return { request, mayUse }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const { requestId } = params
    await visit(context).call<typeof withdrawSecretRequest>('secret_request.withdraw', { requestId })
    throw redirect(`/staff/access/requests/${requestId}?done=taken_back`)
  })
}

/** A secure request, to the staff: what became of each thing, and the way to a lease. */
export default function StaffRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { request, mayUse } = loaderData
  return (
    <Page>
      <PageHeader
        trail={[
          { to: '/staff/access', words: m.access_title() },
          {
            to: `${mayUse ? '/staff/access/clients' : '/staff/clients'}/${request.accountId}`,
            words: request.accountName ?? m.access_head_client(),
          },
        ]}
        title={request.askedBy ? m.access_request_staff_title({ name: request.askedBy }) : m.access_offered_title()}
        state={<RequestState request={request} />}
      />
      <DoneNotice />
      <Facts
        items={[
          { term: m.access_term_reason(), value: request.reason },
          { term: m.access_term_asked_by(), value: <When at={request.createdAt} exact /> },
          { term: m.access_term_until(), value: <When at={request.expiresAt} exact /> },
          ...workOf(request),
        ]}
      />
      <Section title={m.access_items_title()}>
        <ItemList
          items={request.items}
          acts={(item) =>
            mayUse && item.state === 'given' && item.targetId ? (
              <LinkButton small to={leaseAddress(request, item.targetId)}>
                {m.access_ask_lease()}
              </LinkButton>
            ) : null
          }
        />
      </Section>
      {request.state === 'open' && request.askedBy && (
        <Form answer={actionData} className="mt-8">
          <Submit look="quiet" aside={m.access_request_withdraw_aside()}>
            {m.access_request_withdraw()}
          </Submit>
        </Form>
      )}
    </Page>
  )
}

function leaseAddress(request: RequestView, target: string): string {
  const work = {
    ...(request.orderId && { order: request.orderId }),
    ...(request.ticketId && { ticket: request.ticketId }),
  }
  return `/staff/access/leases/new?${new URLSearchParams({ account: request.accountId, target, ...work })}`
}

function workOf(request: RequestView) {
  const { orderId, ticketId } = request
  const order = { to: `/staff/orders/${orderId}`, words: m.access_for_order() }
  const ticket = { to: `/staff/inbox/open/${ticketId}`, words: m.access_for_ticket() }
  return [orderId ? order : null, ticketId ? ticket : null]
    .filter((work) => work !== null)
    .map(({ to, words }) => ({ term: m.access_term_for(), value: <TextLink to={to}>{words}</TextLink> }))
}
