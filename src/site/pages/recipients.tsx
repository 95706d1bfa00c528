import { visit } from '../../platform/http/visit.ts'
import { day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import type { ListsView, showLists } from '../policy/show-lists.ts'
import type { Route } from './+types/recipients.ts'

type Recipient = ListsView['recipients'][number]

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale, origin } = visit(context)
  return { origin, ...(await call<typeof showLists>('policy.lists', { language: locale })) }
}

const roles: Record<Recipient['role'], () => string> = {
  processor: m.site_recipients_processor,
  controller: m.site_recipients_controller,
  authority: m.site_recipients_authority,
}

export default function RecipientsPage({ loaderData: { origin, recipients } }: Route.ComponentProps) {
  return (
    <Page>
      <PublicHead
        title={m.site_recipients_title()}
        description={m.site_recipients_description()}
        origin={origin}
        path="/recipients"
      />
      <PageHeader title={m.site_recipients_title()} windowTitle="" />
      <p className="mb-6 max-w-prose">{m.site_recipients_lead()}</p>
      <Table<Row>
        label={m.site_recipients_title()}
        rows={recipients.flatMap(rowsOf)}
        rowKey={({ role, company }) => `${role.name} ${company?.name}`}
        columns={[
          { key: 'name', head: m.site_table_recipient(), cell: (row) => <Who row={row} />, phone: 'title' },
          { key: 'role', head: m.site_table_role(), cell: ({ role }) => roles[role.role]() },
          {
            key: 'purposes',
            named: true,
            head: m.site_table_for(),
            cell: ({ role, company }) => (company ?? role).purposes.join(', '),
          },
          {
            key: 'country',
            named: true,
            head: m.site_table_country(),
            cell: ({ role, company }) => (company ?? role).country,
          },
          {
            key: 'safeguard',
            named: true,
            head: m.site_table_safeguard(),
            cell: ({ role, company }) =>
              company ? m.site_recipients_since({ ground: company.ground, day: day(company.since) }) : role.safeguard,
          },
        ]}
      />
    </Page>
  )
}

interface Row {
  readonly role: Recipient
  readonly company: Recipient['companies'][number] | null
}

/** A line for each company that fills a role now; a role that nobody fills stands alone. */
function rowsOf(role: Recipient): Row[] {
  return role.companies.length > 0 ? role.companies.map((company) => ({ role, company })) : [{ role, company: null }]
}

/** The role as the policy declares it, and who fills it. */
function Who({ row: { role, company } }: { row: Row }) {
  if (company) {
    return (
      <>
        {company.name}
        <span className="block text-small font-normal text-quiet">{role.name}</span>
      </>
    )
  }
  return (
    <>
      {role.name}
      {role.role === 'processor' && (
        <span className="block text-small font-normal text-quiet">{m.site_recipients_nobody()}</span>
      )}
    </>
  )
}
