import { visit } from '../../platform/http/visit.ts'
import { civilDay } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { When } from '../../ui/text/when.tsx'
import type { listPolicyVersions } from '../policy/list-versions.ts'
import type { Route } from './+types/versions.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  return { origin, ...(await call<typeof listPolicyVersions>('policy.versions', {})) }
}

type Version = Route.ComponentProps['loaderData']['versions'][number]

export default function VersionsPage({ loaderData: { origin, versions } }: Route.ComponentProps) {
  const locale = getLocale()
  return (
    <Page>
      <PublicHead
        title={m.site_versions_title()}
        description={m.site_versions_description()}
        origin={origin}
        path="/policy/versions"
      />
      <PageHeader
        title={m.site_versions_title()}
        windowTitle=""
        trail={[{ to: `/${locale}/policy`, words: m.app_nav_policy() }]}
      />
      <p className="mb-6 max-w-prose">{m.site_versions_lead()}</p>
      <Table<Version>
        label={m.site_versions_title()}
        rows={versions}
        rowKey={(row) => String(row.number)}
        rowTo={(row) => `/${locale}/policy/versions/${row.number}`}
        columns={[
          { key: 'version', head: m.site_versions_version(), cell: (row) => row.version, phone: 'title' },
          {
            key: 'from',
            head: m.site_versions_from(),
            cell: (row) => civilDay(row.effectiveOn),
            named: true,
          },
          { key: 'what', head: m.site_versions_changes(), cell: (row) => <ChangeCount of={row} />, wide: true },
          {
            key: 'published',
            head: m.site_versions_published(),
            cell: (row) => <When at={row.publishedAt} exact />,
            named: true,
          },
        ]}
        empty={<EmptyState>{m.site_versions_none()}</EmptyState>}
      />
    </Page>
  )
}

function ChangeCount({ of: { weight, changes } }: { of: Version }) {
  if (weight === 'first') return m.site_versions_first()
  return m.site_versions_count({ material: changes.material, minor: changes.minor })
}
