import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountAsked } from '../../privacy/operation/whom-it-concerns.ts'
import { staffMayUse } from '../access.rules.ts'
import { listLeases as leasesFor, pageSize } from './lease.queries.ts'
import { leaseView } from './lease.view.ts'

/** Leases, newest first, each with its uses: a member sees their account's, staff one client's or all. */
export const listLeases = readOperation({
  name: 'lease.list',
  purpose: 'access',
  http: 'GET /leases',
  says: 'Leases with their uses, newest first',
  who: { member: 'any', staff: staffMayUse },
  input: z.strictObject({
    accountId: z.uuid().optional(),
    orderId: z.uuid().optional(),
    ticketId: z.uuid().optional(),
    /** Only what waits for a decision or can be used now. */
    only: z.enum(['live', 'mine']).optional(),
    before: z.uuid().optional(),
  }),
  output: z.object({ leases: z.array(leaseView), next: z.string().nullable() }),
  concerns: accountAsked,
  async run({ db, actor, input }) {
    const { accountId } = accountAsked({ actor, input })
    const found = await leasesFor(db, actor, {
      accountId,
      orderId: input.orderId,
      ticketId: input.ticketId,
      before: input.before,
      live: input.only === 'live',
      askedBy: input.only === 'mine' && actor.kind === 'staff' ? actor.staffId : undefined,
    })
    const leases = found.slice(0, pageSize)
    return { leases, next: found.length > pageSize ? leases.at(-1)!.id : null }
  },
})
