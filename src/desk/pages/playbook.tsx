import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { showPlaybook } from '../playbook/show-playbook.ts'
import type { ticketForm } from '../ticket/ticket-form.ts'
import type { Route } from './+types/playbook.ts'
import { PlaybookForm } from './playbook-form.tsx'
import { savePlaybookForm } from './playbook-save.ts'
import { PlaybookSheet } from './playbook-sheet.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const [{ playbook }, { notices }] = await Promise.all([
    call<typeof showPlaybook>('playbook.show', {}),
    call<typeof ticketForm>('ticket.form', {}),
  ])
  return {
    playbook,
    mayWrite: can('playbook.save'),
    notice: notices.playbook,
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  return savePlaybookForm(await request.formData(), visit(context), '/desk/playbook?done=saved')
}

/** How the provider is to act for this client (P10), in the client's own hands. */
export default function Playbook({ loaderData, actionData }: Route.ComponentProps) {
  const { playbook, mayWrite, notice, done } = loaderData
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/desk/tickets', words: m.desk_tickets() }]}
        title={m.desk_playbook_client_title()}
        state={
          <>
            <span className="max-w-prose">{m.desk_playbook_client_intro()}</span>
            {playbook && <TextLink to="/desk/playbook/changes">{m.desk_playbook_changes()}</TextLink>}
          </>
        }
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.desk_playbook_saved()} />
        </div>
      )}
      {mayWrite ? (
        <PlaybookForm key={playbook?.version ?? 0} sheet={playbook} answer={actionData} notice={notice} />
      ) : playbook ? (
        <PlaybookSheet sheet={playbook} />
      ) : (
        <p className="text-quiet">{m.desk_playbook_none_client()}</p>
      )}
    </Page>
  )
}
