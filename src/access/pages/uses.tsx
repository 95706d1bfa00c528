import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { listUses } from '../lease/list-uses.ts'
import type { Route } from './+types/uses.ts'
import { UseTable } from './use-table.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const before = new URL(request.url).searchParams.get('before') ?? undefined
  return visit(context).call<typeof listUses>('reveal.list', { before })
}

/** Who saw what, when and why: the client's own list (P15). */
export default function Uses({ loaderData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/desk/access', words: m.access_title() }]}
        title={m.access_uses_title()}
        state={m.access_uses_state()}
      />
      <UseTable uses={loaderData.uses} to={(id) => `/desk/access/leases/${id}`} />
      <Pager newer={null} older={loaderData.next && `?before=${loaderData.next}`} />
    </Page>
  )
}
