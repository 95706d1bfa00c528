import { visit } from '../../platform/http/visit.ts'
import { day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { listStaff } from '../staff/list-staff.ts'
import type { Route } from './+types/team.ts'
import { roleNames } from './role-words.ts'
import { StatusWord } from './status-word.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  const { staff } = await call<typeof listStaff>('staff.list', {})
  const isOwner = actor.kind === 'staff' && actor.roles.includes('owner')
  return { staff, isOwner, done: new URL(request.url).searchParams.get('done') }
}

export default function Team({ loaderData }: Route.ComponentProps) {
  const { staff, isOwner, done } = loaderData
  const invite = isOwner && <LinkButton to="/staff/team/invite">{m.identity_invite()}</LinkButton>
  return (
    <Page>
      <PageHeader title={m.identity_team_title()} state={m.identity_team_lead()} action={invite} />
      {done && doneWords[done] && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneWords[done]()} />
        </div>
      )}
      <Table
        label={m.identity_team_title()}
        rows={staff}
        rowKey={(one) => one.staffId}
        {...(isOwner ? { rowTo: (one: { staffId: string }) => `/staff/team/${one.staffId}` } : {})}
        columns={[
          {
            key: 'name',
            head: m.identity_name(),
            cell: (one) => (one.isMe ? m.identity_name_you({ name: one.name }) : one.name),
            phone: 'title',
            wide: true,
          },
          { key: 'email', head: m.identity_email(), cell: (one) => one.email },
          { key: 'roles', head: m.identity_roles(), cell: (one) => roleNames('staff', one.roles) },
          { key: 'status', head: m.identity_status(), cell: (one) => <StatusWord status={one.status} /> },
          {
            key: 'factor',
            head: m.identity_second_step(),
            cell: (one) =>
              one.status === 'active' &&
              (one.secondFactor ? (
                <StateWord tone="done">{m.identity_factor_on()}</StateWord>
              ) : (
                <StateWord tone="wait">{m.identity_factor_off()}</StateWord>
              )),
          },
          {
            key: 'since',
            head: m.identity_since_head(),
            cell: (one) =>
              one.since && <span className="whitespace-nowrap">{m.identity_since({ day: day(one.since) })}</span>,
            end: true,
          },
        ]}
      />
    </Page>
  )
}

const doneWords: Record<string, () => string> = {
  invited: () => m.identity_done_invited(),
  roles: () => m.identity_done_roles(),
  ended: () => m.identity_done_ended(),
}
