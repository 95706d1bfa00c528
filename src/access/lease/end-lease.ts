import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, Refused } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { mayEnd, memberMayHandOver, staffMayUse } from '../access.rules.ts'
import { leaseFor } from './decide-lease.ts'

/** Ends a lease before its time: the client at any moment, its holder when the work is done, an owner of the staff. */
export const endLease = writeOperation({
  name: 'lease.end',
  purpose: 'access',
  http: 'POST /leases/{leaseId}/end',
  says: 'End a lease at once',
  who: { member: memberMayHandOver, staff: staffMayUse },
  input: z.strictObject({ leaseId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    const lease = await leaseFor(trx, actor, input.leaseId)
    concerning({ accountId: lease.account_id })
    if (!mayEnd(actor, lease.asked_by)) throw new Refused('not_your_lease')
    const ended = await trx
      .updateTable('lease')
      .set({
        status: 'ended',
        ending: 'ended',
        ended_at: sql<Date>`now()`,
        ended_by: actor.kind === 'member' ? actor.personId : null,
        ended_by_staff: actor.kind === 'staff' ? actor.staffId : null,
      })
      .where('account_id', '=', lease.account_id)
      .where('id', '=', input.leaseId)
      .where('status', 'in', ['asked', 'approved'])
      .executeTakeFirst()
    if (ended.numUpdatedRows !== 1n) throw new Conflict('lease_over', m.access_problem_lease_over())
    return {}
  },
})
