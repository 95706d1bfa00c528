import type { listLeases } from '../../access/lease/list-leases.ts'
import type { listFraudSignals } from '../../fraud/list-signals.ts'
import type { listOrders } from '../../orders/order/list-orders.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showClient } from '../clients/show-client.ts'
import type { showPlaybook } from '../playbook/show-playbook.ts'
import type { listTickets } from '../ticket/list-tickets.ts'
import type { Route } from './+types/client.ts'
import { ClientOrders, ClientPeople, ClientTickets } from './client-parts.tsx'
import { PlaybookSheet } from './playbook-sheet.tsx'
import { AccessOnTicket } from './ticket-side.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { accountId } = params
  const asked = new URL(request.url).searchParams
  const after = asked.get('after') ?? undefined
  const [shown, { playbook }, { tickets, next }, orders, access, fraud] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof showPlaybook>('playbook.show', { accountId }),
    call<typeof listTickets>('ticket.list', { accountId, after }),
    can('order.list') ? call<typeof listOrders>('order.list', { accountId, count: 10 }) : null,
    can('lease.list') ? call<typeof listLeases>('lease.list', { accountId, only: 'live' }) : null,
    can('fraud.list') ? call<typeof listFraudSignals>('fraud.list', { accountId }) : null,
  ])
  return {
    ...shown,
    playbook,
    tickets,
    next,
    after: after ?? null,
    orders: orders?.orders ?? null,
    leases: access?.leases ?? null,
    signals: fraud?.signals ?? [],
    mayDirect: can('playbook.save'),
    mayHold: can('legal_hold.set'),
    mayEnrich: can('enrichment.add'),
    mayStudy: can('case_study.write') && shown.client.kind === 'client',
    done: asked.has('done'),
  }
}

export default function Client({ loaderData }: Route.ComponentProps) {
  const {
    client,
    people,
    playbook,
    tickets,
    next,
    after,
    orders,
    leases,
    signals,
    mayDirect,
    mayHold,
    mayEnrich,
    mayStudy,
    done,
  } = loaderData
  const here = `/staff/clients/${client.id}`
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/staff/clients', words: m.desk_clients() }]}
        title={client.name}
        state={
          client.closedAt ? (
            <StateWord tone="danger">
              {m.desk_client_closed()} <When at={client.closedAt} />
            </StateWord>
          ) : (
            <span>{client.kind === 'prospect' ? m.desk_client_prospect() : m.desk_client_active()}</span>
          )
        }
        action={!client.closedAt && <LinkButton to={`${here}/ticket`}>{m.desk_write_to_client()}</LinkButton>}
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.desk_playbook_saved()} />
        </div>
      )}
      {signals.length > 0 && (
        <div className="mb-6">
          <Notice
            tone={signals.some((one) => one.waits) ? 'wait' : 'plain'}
            title={m.fraud_of_this()}
            action={<TextLink to={`/staff/fraud?account=${client.id}`}>{m.fraud_see()}</TextLink>}
          >
            {signals.map((one) => one.says[getLocale()]).join('; ')}
          </Notice>
        </div>
      )}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid min-w-0 content-start gap-8">
          <ClientTickets tickets={tickets} next={next} after={after} />
          {orders && <ClientOrders orders={orders} />}
          <ClientPeople people={people} />
        </div>
        <aside aria-label={m.desk_beside_client()} className="grid min-w-0 content-start gap-8">
          <Section
            title={m.desk_playbook()}
            aside={
              <>
                {mayDirect && (
                  <TextLink to={`${here}/playbook`}>
                    {playbook ? m.desk_playbook_edit() : m.desk_playbook_write()}
                  </TextLink>
                )}
                {playbook && (
                  <>
                    {mayDirect && ' · '}
                    <TextLink to={`${here}/playbook/changes`}>{m.desk_playbook_changes()}</TextLink>
                  </>
                )}
              </>
            }
          >
            <div className="text-small">
              {playbook ? <PlaybookSheet sheet={playbook} /> : <p className="text-quiet">{m.desk_playbook_none()}</p>}
            </div>
          </Section>
          {leases && (
            <AccessOnTicket
              leases={leases}
              area="staff"
              action={<TextLink to={`/staff/access/clients/${client.id}`}>{m.desk_access_all()}</TextLink>}
            />
          )}
          <Section
            title={m.desk_client_facts()}
            aside={
              mayHold &&
              !client.closedAt && (
                <TextLink to={`/staff/retention?account=${client.id}`}>{m.desk_client_keep()}</TextLink>
              )
            }
          >
            <Facts
              items={[
                { term: m.desk_client_since(), value: <When at={client.createdAt} exact /> },
                { term: m.desk_client_language(), value: client.language === 'ro' ? 'Română' : 'English' },
                {
                  term: m.desk_articles(),
                  value: <TextLink to={`${here}/articles`}>{m.desk_client_see_and_add()}</TextLink>,
                },
                ...(mayEnrich
                  ? [
                      {
                        term: m.enrichment_facts_title(),
                        value: <TextLink to={`${here}/facts`}>{m.desk_client_see_and_add()}</TextLink>,
                      },
                    ]
                  : []),
                ...(mayStudy
                  ? [
                      {
                        term: m.case_study_title(),
                        value: <TextLink to={`${here}/case-studies`}>{m.desk_client_see_and_add()}</TextLink>,
                      },
                    ]
                  : []),
                ...(client.phone ? [{ term: m.desk_client_phone(), value: client.phone }] : []),
              ]}
            />
          </Section>
        </aside>
      </div>
    </Page>
  )
}
