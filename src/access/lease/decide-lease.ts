import { sql } from 'kysely'
import { m } from '../../platform/language/words.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { Conflict, NotFound, Refused } from '../../privacy/operation/errors.ts'
import { mayDecide } from '../access.rules.ts'
import { approvalOf } from './lease.queries.ts'

/**
 * Decides on a lease that waits, once. The clock of an approved one starts here.
 * @returns whose account it is
 * @throws Refused `own_lease` to its author, `client_approves` to staff where the client alone decides
 */
export async function decideLease(
  trx: PurposeTrx<'access'>,
  actor: MemberActor | StaffActor,
  leaseId: string,
  decision: 'approved' | 'denied',
): Promise<string> {
  const lease = await leaseFor(trx, actor, leaseId)
  if (!mayDecide(actor, lease.asked_by, await approvalOf(trx, lease.account_id))) {
    throw actor.kind === 'staff' && actor.staffId === lease.asked_by
      ? new Refused('own_lease', m.access_problem_own_lease())
      : new Refused('client_approves', m.access_problem_client_approves())
  }
  const decided = await trx
    .updateTable('lease')
    .set({
      status: decision,
      decided_at: sql<Date>`now()`,
      decided_by: actor.kind === 'member' ? actor.personId : null,
      decided_by_staff: actor.kind === 'staff' ? actor.staffId : null,
      ...(decision === 'approved' ? { expires_at: sql<Date>`now() + make_interval(mins => minutes)` } : {}),
    })
    .where('account_id', '=', lease.account_id)
    .where('id', '=', leaseId)
    .where('status', '=', 'asked')
    .executeTakeFirst()
  if (decided.numUpdatedRows !== 1n) throw new Conflict('lease_decided', m.access_problem_lease_decided())
  return lease.account_id
}

/** Not there and not yours are the same answer. */
export async function leaseFor(trx: PurposeTrx<'access'>, actor: MemberActor | StaffActor, leaseId: string) {
  let query = trx.selectFrom('lease').select(['account_id', 'asked_by', 'status']).where('id', '=', leaseId)
  if (actor.kind === 'member') query = query.where('account_id', '=', actor.accountId)
  const lease = await query.executeTakeFirst()
  if (!lease) throw new NotFound('lease')
  return lease
}
