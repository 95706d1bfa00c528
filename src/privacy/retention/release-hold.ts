import { z } from 'zod'
import { NotFound } from '../operation/errors.ts'
import { writeOperation } from '../operation/operation.ts'
import { releaseHold as release } from './hold.queries.ts'

/** From now on the data ends as the policy says; what was due meanwhile goes with the next run. */
export const releaseHold = writeOperation({
  name: 'legal_hold.release',
  purpose: 'legal',
  http: 'POST /accounts/{accountId}/legal-holds/{holdId}/release',
  says: 'Release a legal hold',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({ accountId: z.uuid(), holdId: z.uuid() }),
  output: z.object({ released: z.literal(true) }),
  async run({ trx, actor, input: { accountId, holdId }, concerning }) {
    concerning({ accountId })
    if (!(await release(trx, accountId, holdId, actor.staffId))) throw new NotFound('legal_hold')
    return { released: true as const }
  },
})
