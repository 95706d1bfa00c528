import type { showMailGate } from '../../letters/show-mail-gate.ts'
import { visit } from '../../platform/http/visit.ts'
import { countryName } from '../../platform/language/countries.ts'
import { civilDay } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listRecipients } from '../processors/list-recipients.ts'
import type { Route } from './+types/recipients.ts'
import { MailGate } from './mail-gate.tsx'
import { EntryState, GroundState, groundKindWords } from './recipient-words.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call } = visit(context)
  return {
    ...(await call<typeof listRecipients>('processor.list', {})),
    gate: await call<typeof showMailGate>('letters.gate', {}),
  }
}

type Shown = Route.ComponentProps['loaderData']
type Entry = Shown['roles'][number]['entries'][number]

export default function Recipients({ loaderData: { roles, grounds, gate } }: Route.ComponentProps) {
  const locale = getLocale()
  return (
    <Page>
      <PageHeader
        title={m.registers_recipients_title()}
        trail={[{ to: '/staff/registers', words: m.registers_title() }]}
        action={<LinkButton to="/staff/registers/recipients/new">{m.registers_recipient_add()}</LinkButton>}
      />
      <MailGate gate={gate} entry={roles.find(({ recipient }) => recipient === 'mail')?.entries[0]?.id} />
      <p className="max-w-prose">{m.registers_recipients_lead()}</p>
      {roles.map((role) => (
        <Section
          key={role.recipient}
          title={capital(role.words[locale])}
          aside={m.registers_recipient_policy_says({ country: countryName(role.country, locale) ?? role.country })}
        >
          {!role.isOpen && (
            <div className="mb-4">
              <Notice
                tone="wait"
                title={role.recipient === 'hosting' ? m.registers_host_closed() : m.registers_role_closed()}
              />
            </div>
          )}
          <Table<Entry>
            label={role.words[locale]}
            rows={role.entries}
            rowKey={(entry) => entry.id}
            rowTo={(entry) => `/staff/registers/recipients/${entry.id}`}
            columns={[
              {
                key: 'name',
                head: m.registers_recipient_name(),
                cell: (one) => one.name ?? m.registers_recipient_unnamed(),
                phone: 'title',
                wide: true,
              },
              {
                key: 'country',
                named: true,
                head: m.registers_recipient_country(),
                cell: (one) => countryName(one.country, locale) ?? '—',
              },
              {
                key: 'ground',
                named: true,
                head: m.registers_recipient_ground(),
                cell: (one) => one.groundName ?? '—',
              },
              { key: 'state', head: m.registers_recipient_state(), cell: (one) => <EntryState state={one.state} /> },
              { key: 'since', head: m.registers_recipient_since(), cell: (one) => <When at={one.since} />, end: true },
            ]}
            empty={<EmptyState>{m.registers_recipients_none()}</EmptyState>}
          />
        </Section>
      ))}
      <Section
        title={m.registers_grounds_title()}
        aside={
          <LinkButton look="quiet" small to="/staff/registers/grounds/new">
            {m.registers_ground_add()}
          </LinkButton>
        }
      >
        <p className="mb-4 max-w-prose text-quiet">{m.registers_grounds_lead()}</p>
        <Table
          label={m.registers_grounds_title()}
          rows={grounds}
          rowKey={(ground) => ground.id}
          rowTo={(ground) => `/staff/registers/grounds/${ground.id}`}
          columns={[
            { key: 'name', head: m.registers_recipient_ground(), cell: (one) => one.name, phone: 'title' },
            { key: 'kind', head: m.registers_ground_kind(), cell: (one) => groundKindWords[one.kind]() },
            {
              key: 'review',
              named: true,
              head: m.registers_ground_review(),
              cell: (one) => (one.reviewOn ? civilDay(one.reviewOn) : '—'),
            },
            {
              key: 'resting',
              named: true,
              head: m.registers_ground_resting(),
              cell: (one) => one.restingOn,
              end: true,
            },
            { key: 'state', head: m.registers_recipient_state(), cell: (one) => <GroundState ground={one} /> },
          ]}
          empty={<EmptyState>{m.registers_grounds_none()}</EmptyState>}
        />
      </Section>
      <p className="mt-8 text-small text-quiet">
        <a className="link" href={`/${locale}/recipients`}>
          {m.registers_recipients_public()}
        </a>
      </p>
    </Page>
  )
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
