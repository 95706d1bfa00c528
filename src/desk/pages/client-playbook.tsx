import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { showClient } from '../clients/show-client.ts'
import type { showPlaybook } from '../playbook/show-playbook.ts'
import type { ticketForm } from '../ticket/ticket-form.ts'
import type { Route } from './+types/client-playbook.ts'
import { trailToClient } from './client-trail.ts'
import { PlaybookForm } from './playbook-form.tsx'
import { savePlaybookForm } from './playbook-save.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const { accountId } = params
  if (!can('playbook.save')) throw notAllowed()
  const [{ client }, { playbook }, { notices }] = await Promise.all([
    call<typeof showClient>('client.show', { accountId }),
    call<typeof showPlaybook>('playbook.show', { accountId }),
    call<typeof ticketForm>('ticket.form', {}),
  ])
  return { client, playbook, notice: notices.playbook }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { accountId } = params
  return savePlaybookForm(
    await request.formData(),
    visit(context),
    `/staff/clients/${accountId}?done=playbook`,
    accountId,
  )
}

export default function ClientPlaybook({ loaderData, actionData }: Route.ComponentProps) {
  const { client, playbook, notice } = loaderData
  return (
    <Page>
      <PageHeader
        trail={trailToClient(client)}
        title={m.desk_playbook()}
        state={
          playbook && (
            <TextLink to={`/staff/clients/${client.id}/playbook/changes`}>{m.desk_playbook_changes()}</TextLink>
          )
        }
      />
      <PlaybookForm sheet={playbook} answer={actionData} notice={notice} />
    </Page>
  )
}
