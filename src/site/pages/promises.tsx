import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { listPromises } from '../../privacy/promises/list-promises.ts'
import type { recheckPromises } from '../../privacy/promises/recheck-promises.ts'
import type { showPolicyChange } from '../../registers/policy/show-change.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { Route } from './+types/promises.ts'
import { anchorOf } from './anchor.ts'
import { BoardWrong, openPlaces } from './board-wrong.tsx'
import { KeptNeeds, KeptState, KeptWhen } from './kept.tsx'

const states = ['kept', 'partly', 'not_yet'] as const

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can, actor } = visit(context)
  const { promises } = await call<typeof listPromises>('promise.list', {})
  const mayAsk = actor.kind === 'staff' && actor.roles.some((role) => role === 'owner' || role === 'privacy')
  const { publication } = await call<typeof showPolicyChange>('policy.show_change', {})
  const asked = new URL(request.url).searchParams.get('state')
  return { promises, mayAsk, publication, places: openPlaces(can), state: states.find((one) => one === asked) ?? null }
}

export async function action({ context }: Route.ActionArgs) {
  return await visit(context).call<typeof recheckPromises>('promise.recheck', {})
}

type Row = Route.ComponentProps['loaderData']['promises'][number]

export default function PromisesPage({
  loaderData: { promises, mayAsk, publication, places, state },
  actionData,
}: Route.ComponentProps) {
  const count = (state: Row['state']) => promises.filter((row) => row.state === state).length
  const tabs = [
    { to: '/staff/promises', words: m.site_board_all(), current: state === null, count: promises.length },
    ...states.map((one) => ({
      to: `/staff/promises?state=${one}`,
      words: tabWords[one](),
      current: state === one,
      count: count(one),
    })),
  ]
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
      <p className="mb-6 max-w-prose">{m.site_board_lead()}</p>
      <BoardWrong promises={promises} open={places} owner={(role) => owners[role]()} />
      <dl className="mb-6 grid max-w-prose gap-1 text-small text-quiet">
        {states.map((one) => (
          <div key={one}>
            <dt className="inline font-medium text-ink">{tabWords[one]()}:</dt>{' '}
            <dd className="inline">{means[one]()}</dd>
          </div>
        ))}
      </dl>
      <div className="mb-2 print:hidden">
        <TabLinks label={m.site_board_state()} items={tabs} />
      </div>
      <Table<Row>
        label={m.site_board_title()}
        rows={state === null ? promises : promises.filter((row) => row.state === state)}
        empty={<EmptyState>{m.site_board_none()}</EmptyState>}
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
    <a id={row.promise} href={`/${locale}/policy#${anchorOf(row.promise)}`} className="link scroll-mt-16">
      <span className="tabular">{row.promise}</span> {row.title[locale]}
    </a>
  )
}

const tabWords: Record<Row['state'], () => string> = {
  kept: m.site_board_kept,
  partly: m.site_board_partly,
  not_yet: m.site_board_not_yet,
}
/** What each state means, and what is to be done about it. */
const means: Record<Row['state'], () => string> = {
  kept: m.site_board_kept_means,
  partly: m.site_board_partly_means,
  not_yet: m.site_board_not_yet_means,
}

const owners: Record<Row['owner'], () => string> = {
  owner: m.site_board_owner_owner,
  technician: m.site_board_owner_technician,
  sales: m.site_board_owner_sales,
  billing: m.site_board_owner_billing,
  privacy: m.site_board_owner_privacy,
}
