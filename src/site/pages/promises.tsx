import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { listPromises } from '../../privacy/promises/list-promises.ts'
import type { recheckPromises } from '../../privacy/promises/recheck-promises.ts'
import type { showPolicyChange } from '../../registers/policy/show-change.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { Route } from './+types/promises.ts'
import { anchorOf } from './anchor.ts'
import { KeptNeeds, KeptState, KeptWhen } from './kept.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const { promises } = await call<typeof listPromises>('promise.list', {})
  const mayAsk = actor.kind === 'staff' && actor.roles.some((role) => role === 'owner' || role === 'privacy')
  const { publication } = await call<typeof showPolicyChange>('policy.show_change', {})
  return { promises, mayAsk, publication }
}

export async function action({ context }: Route.ActionArgs) {
  return await visit(context).call<typeof recheckPromises>('promise.recheck', {})
}

type Row = Route.ComponentProps['loaderData']['promises'][number]

export default function PromisesPage({
  loaderData: { promises, mayAsk, publication },
  actionData,
}: Route.ComponentProps) {
  const count = (state: Row['state']) => promises.filter((row) => row.state === state).length
  const counts = { kept: count('kept'), partly: count('partly'), notYet: count('not_yet') }
  return (
    <Page>
      <PageHeader
        title={m.site_board_title()}
        action={
          mayAsk && (
            <Form id="recheck" className="print:hidden">
              <Submit look="quiet">{m.site_board_check_now()}</Submit>
            </Form>
          )
        }
      />
      <PublicationNotice publication={publication} />
      {actionData?.asked && (
        <div className="mb-6">
          <Notice tone="live" announce title={m.site_board_asked()} />
        </div>
      )}
      <p className="mb-1 max-w-prose">{m.site_board_lead()}</p>
      <p className="mb-6 max-w-prose text-quiet">{m.site_policy_counts(counts)}</p>
      <Table<Row>
        label={m.site_board_title()}
        rows={promises}
        rowKey={(row) => row.promise}
        columns={[
          { key: 'promise', head: m.site_board_promise(), cell: (row) => <PromiseName row={row} />, phone: 'title' },
          { key: 'state', head: m.site_board_state(), cell: (row) => <KeptState view={row} /> },
          {
            key: 'proof',
            head: m.site_board_proof(),
            cell: (row) => (
              <div className="text-small">
                <KeptNeeds view={row} />
              </div>
            ),
            wide: true,
          },
          { key: 'last', head: m.site_board_last(), cell: (row) => <KeptWhen at={row.checkedAt} /> },
          { key: 'owner', head: m.site_board_owner(), cell: (row) => owners[row.owner]() },
        ]}
      />
    </Page>
  )
}

/** What runs is not what was published: loud, as the published text is the one that binds. */
function PublicationNotice({ publication }: Pick<Route.ComponentProps['loaderData'], 'publication'>) {
  if (publication !== 'unpublished' && publication !== 'early') return null
  const isEarly = publication === 'early'
  return (
    <div className="mb-6">
      <Notice
        tone="danger"
        title={isEarly ? m.registers_publication_early() : m.registers_publication_unpublished()}
        action={<TextLink to="/staff/registers/policy">{m.registers_publication_open()}</TextLink>}
      >
        {isEarly ? m.registers_publication_early_words() : m.registers_publication_words()}
      </Notice>
    </div>
  )
}

function PromiseName({ row }: { row: Row }) {
  const locale = getLocale()
  return (
    <a href={`/${locale}/policy#${anchorOf(row.promise)}`} className="link">
      <span className="tabular">{row.promise}</span> {row.title[locale]}
    </a>
  )
}

const owners: Record<Row['owner'], () => string> = {
  owner: m.site_board_owner_owner,
  technician: m.site_board_owner_technician,
  sales: m.site_board_owner_sales,
  billing: m.site_board_owner_billing,
  privacy: m.site_board_owner_privacy,
}
