import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { listPlaybookChanges } from '../playbook/list-playbook-changes.ts'
import type { Route } from './+types/playbook-changes.ts'
import { PlaybookHistory } from './playbook-history.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const below = new URL(request.url).searchParams.get('below') ?? undefined
  return visit(context).call<typeof listPlaybookChanges>('playbook.changes', { below })
}

export default function PlaybookChanges({ loaderData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/desk/playbook', words: m.desk_playbook_client_title() }]}
        title={m.desk_playbook_changes()}
      />
      <PlaybookHistory versions={loaderData.versions} next={loaderData.next} />
    </Page>
  )
}
