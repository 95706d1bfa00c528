import { data } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { When } from '../../ui/text/when.tsx'
import type { revealSecret } from '../lease/reveal-secret.ts'
import type { showLease } from '../lease/show-lease.ts'
import type { Route } from './+types/staff-lease.ts'
import { DoneNotice } from './done-notice.tsx'
import { actOnLease } from './lease-acts.ts'
import type { LeaseAnswer } from './lease-answer.ts'
import { LeaseButtons } from './lease-buttons.tsx'
import { LeaseFacts } from './lease-facts.tsx'
import { RevealBox } from './reveal-box.tsx'
import { LeaseState } from './state-words.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  return visit(context).call<typeof showLease>('lease.show', { leaseId: params.leaseId })
}

/** Only ever by POST: nothing that merely looks at an address can use a lease up. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const { call } = visit(context)
  const { leaseId } = params
  const form = await request.formData()
  const work = async (): Promise<LeaseAnswer> => {
    if (form.get('act') !== 'reveal') return actOnLease(call, form, leaseId, `/staff/access/leases/${leaseId}`)
    const publicKey = String(form.get('publicKey') ?? '')
    return { revealed: await call<typeof revealSecret>('lease.reveal', { leaseId, publicKey }) }
  }
  const answer = await answerForm(form, work)
  return 'data' in answer ? data<LeaseAnswer>({ answer: answer.data }, answer.init ?? undefined) : answer
}

/** One lease, to the staff: its state, and for its holder the way to see the secret once. */
export default function StaffLease({ loaderData, actionData }: Route.ComponentProps) {
  const { lease, target } = loaderData
  return (
    <Page>
      <PageHeader
        trail={[
          { to: '/staff/access', words: m.access_title() },
          { to: `/staff/access/clients/${lease.accountId}`, words: lease.accountName ?? m.access_head_client() },
        ]}
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
      <RevealBox lease={lease} />
      <LeaseFacts lease={lease} target={target} />
      <LeaseButtons lease={lease} answer={actionData?.answer} />
    </Page>
  )
}
