import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { When } from '../../ui/text/when.tsx'
import type { giveDeposit } from '../deposit/give-deposit.ts'
import type { ItemView, RequestView } from '../request/secret-request.view.ts'
import type { showSecretRequest } from '../request/show-request.ts'
import type { Route } from './+types/secure-request.ts'
import { DoneNotice } from './done-notice.tsx'
import { ItemList } from './item-list.tsx'
import { RequestState } from './request-table.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const request = await call<typeof showSecretRequest>('secret_request.show', { requestId: params.requestId })
  const mayGive = can<typeof giveDeposit>('deposit.give')
  return { request, mayGive }
}

/** A secure request, to the client: what is asked, why, who will see it, until when, and what became of each thing. */
export default function SecureRequest({ loaderData }: Route.ComponentProps) {
  const { request, mayGive } = loaderData
  const othersGive = !mayGive && request.state === 'open' && request.items.some((item) => item.state === 'asked')
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/desk/access', words: m.access_title() }]}
        title={request.askedBy ? m.access_request_title({ name: request.askedBy }) : m.access_request_own_title()}
        state={<RequestState request={request} />}
      />
      <DoneNotice />
      <Facts
        items={[
          { term: m.access_term_reason(), value: request.reason },
          { term: m.access_term_who_sees(), value: m.access_who_sees() },
          {
            term: m.access_term_until(),
            value: <When at={request.expiresAt} exact />,
            note: m.access_until_note(),
          },
          ...(request.orderId
            ? [
                {
                  term: m.access_term_for(),
                  value: <TextLink to={`/desk/orders/${request.orderId}`}>{m.access_for_order()}</TextLink>,
                },
              ]
            : []),
          ...(request.ticketId
            ? [
                {
                  term: m.access_term_for(),
                  value: <TextLink to={`/desk/tickets/${request.ticketId}`}>{m.access_for_ticket()}</TextLink>,
                },
              ]
            : []),
        ]}
      />
      <Section title={m.access_items_title()}>
        {othersGive && <p className="mb-4 max-w-prose">{m.access_items_others()}</p>}
        <ItemList items={request.items} acts={(item) => mayGive && <Acts request={request} item={item} />} />
      </Section>
    </Page>
  )
}

function Acts({ request, item }: { request: RequestView; item: ItemView }) {
  const to = `/desk/access/${request.id}/${item.id}`
  const open = request.state === 'open'
  if (item.state === 'given') {
    return (
      <>
        {open && (
          <LinkButton small look="quiet" to={to}>
            {m.access_replace()}
          </LinkButton>
        )}
        <LinkButton small look="danger" to={`${to}/withdraw`}>
          {m.access_withdraw()}
        </LinkButton>
      </>
    )
  }
  if (!open) return null
  return (
    <>
      <LinkButton small look={item.state === 'asked' ? 'primary' : 'quiet'} to={to}>
        {m.access_give()}
      </LinkButton>
      {item.state === 'asked' && (
        <LinkButton small look="quiet" to={`${to}/decline`}>
          {m.access_decline()}
        </LinkButton>
      )}
    </>
  )
}
