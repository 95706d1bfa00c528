import { visit } from '../../platform/http/visit.ts'
import { day, list } from '../../platform/language/format.ts'
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
      <Table<Recipient>
        label={m.site_recipients_title()}
        rows={recipients}
        rowKey={(recipient) => recipient.name}
        columns={[
          { key: 'name', head: m.site_table_recipient(), cell: (one) => <Who recipient={one} />, phone: 'title' },
          { key: 'role', head: m.site_table_role(), cell: (one) => roles[one.role]() },
          {
            key: 'purposes',
            named: true,
            head: m.site_table_for(),
            cell: (one) => one.purposes.join(', '),
            wide: true,
          },
          { key: 'country', named: true, head: m.site_table_country(), cell: (one) => one.country },
          { key: 'safeguard', named: true, head: m.site_table_safeguard(), cell: (one) => one.safeguard },
        ]}
      />
    </Page>
  )
}

/** The role as the policy declares it, and below who fills it now. */
function Who({ recipient: { name, role, companies } }: { recipient: Recipient }) {
  return (
    <>
      {name}
      {role === 'processor' && companies.length === 0 && (
        <span className="block text-small text-quiet">{m.site_recipients_nobody()}</span>
      )}
      {companies.map((company) => (
        <span key={company.name} className="mt-0.5 block font-normal">
          {company.name}, {company.country}
          <span className="block max-w-prose text-small text-quiet">
            {m.site_recipients_since({
              ground: company.ground,
              day: day(company.since),
              purposes: list(company.purposes),
            })}
          </span>
        </span>
      ))}
    </>
  )
}
