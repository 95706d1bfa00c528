import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { showClient } from '../clients/show-client.ts'
import type { listPlaybookChanges } from '../playbook/list-playbook-changes.ts'
import type { Route } from './+types/client-playbook-changes.ts'
import { trailToClient } from './client-trail.ts'
import { PlaybookHistory } from './playbook-history.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call } = visit(context)
  const { accountId } = params
  const below = new URL(request.url).searchParams.get('below') ?? undefined
  const [{ client }, changes] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof listPlaybookChanges>('playbook.changes', { accountId, below }),
  ])
  return { client, ...changes }
}

export default function ClientPlaybookChanges({ loaderData }: Route.ComponentProps) {
  const { client, versions, next } = loaderData
  return (
    <Page>
      <PageHeader trail={trailToClient(client)} title={m.desk_playbook_changes()} />
      <PlaybookHistory versions={versions} next={next} />
    </Page>
  )
}
