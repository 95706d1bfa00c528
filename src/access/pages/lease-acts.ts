import { redirect } from 'react-router'
import type { Visit } from '../../platform/http/visit.ts'
import type { approveLease } from '../lease/approve-lease.ts'
import type { denyLease } from '../lease/deny-lease.ts'
import type { endLease } from '../lease/end-lease.ts'

/** What the buttons of a lease's page do: approve, deny, end. Leads back to the page, which says what was done. */
export async function actOnLease(call: Visit['call'], form: FormData, leaseId: string, back: string): Promise<never> {
  const act = form.get('act')
  if (act === 'approve') {
    await call<typeof approveLease>('lease.approve', { leaseId })
    throw redirect(`${back}?done=approved`)
  }
  if (act === 'deny') {
    await call<typeof denyLease>('lease.deny', { leaseId })
    throw redirect(`${back}?done=denied`)
  }
  await call<typeof endLease>('lease.end', { leaseId })
  throw redirect(`${back}?done=ended`)
}
