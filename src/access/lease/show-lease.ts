import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayUse } from '../access.rules.ts'
import { targetsOf } from '../target/target.queries.ts'
import { targetView } from '../target/target.view.ts'
import { listLeases } from './lease.queries.ts'
import { leaseView } from './lease.view.ts'

/** One lease with its uses and the facts of its target. No secret. */
export const showLease = readOperation({
  name: 'lease.show',
  purpose: 'access',
  http: 'GET /leases/{leaseId}',
  says: 'One lease with its uses and its target',
  who: { member: 'any', staff: staffMayUse },
  input: z.strictObject({ leaseId: z.uuid() }),
  output: z.object({ lease: leaseView, target: targetView }),
  async run({ db, actor, input, concerning }) {
    const accountId = actor.kind === 'member' ? actor.accountId : null
    const [lease] = await listLeases(db, actor, { accountId, leaseId: input.leaseId })
    if (!lease) throw new NotFound('lease')
    concerning({ accountId: lease.accountId })
    const [target] = await targetsOf(db, lease.accountId, lease.target.id)
    if (!target) throw new NotFound('target')
    return { lease, target }
  },
})
