import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showLease } from '../lease/show-lease.ts'
import type { Route } from './+types/lease.ts'
import { DoneNotice } from './done-notice.tsx'
import { actOnLease } from './lease-acts.ts'
import { LeaseButtons } from './lease-buttons.tsx'
import { LeaseFacts } from './lease-facts.tsx'
import { LeaseState } from './state-words.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  return visit(context).call<typeof showLease>('lease.show', { leaseId: params.leaseId })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { leaseId } = params
  return answerForm(form, () => actOnLease(visit(context).call, form, leaseId, `/desk/access/leases/${leaseId}`))
}

/** One lease, to the client: who uses what, why, for how long, and the way to stop it. */
export default function Lease({ loaderData, actionData }: Route.ComponentProps) {
  const { lease, target } = loaderData
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/desk/access', words: m.access_title() }]}
        title={m.access_lease_line({ name: lease.askedBy.name, target: lease.target.name })}
        state={
          <>
            <LeaseState state={lease.state} />
            {lease.state === 'approved' && lease.expiresAt && (
              <span>
                {m.access_ends()} <When at={lease.expiresAt} />
              </span>
            )}
          </>
        }
      />
      <DoneNotice />
      <LeaseFacts lease={lease} target={target} />
      <LeaseButtons lease={lease} answer={actionData} />
    </Page>
  )
}
