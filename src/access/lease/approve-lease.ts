import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { memberMayHandOver } from '../access.rules.ts'
import { tellLeaseDecided } from '../emails/tell-lease-decided.ts'
import { decideLease } from './decide-lease.ts'

/** See `decideLease`: never by its author; the client, or another owner of the staff where the client allows it. */
export const approveLease = writeOperation({
  name: 'lease.approve',
  purpose: 'access',
  http: 'POST /leases/{leaseId}/approval',
  says: 'Approve a lease; its clock starts now',
  who: { member: memberMayHandOver, staff: ['owner'] },
  input: z.strictObject({ leaseId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, enqueue, concerning }) {
    const accountId = await decideLease(trx, actor, input.leaseId, 'approved')
    concerning({ accountId })
    await enqueue(tellLeaseDecided, { accountId, leaseId: input.leaseId })
    return {}
  },
})
