import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { NothingHappened } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { before } from '../../privacy/policy/shift.ts'
import { isHeldByLaw } from '../../privacy/retention/hold.queries.ts'
import { endScope } from './end-scope.ts'
import { lockAccount } from './ending.queries.ts'
import { finishErasure } from './finish-erasure.ts'
import { dueProspects } from './prospect.queries.ts'

const most = 200

/** A job, nightly: whoever wrote without an account and not again within the period of class `prospect` is erased. */
export const sweepProspects = writeOperation({
  name: 'prospect.sweep',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ found: z.int() }),
  async run({ trx, now, enqueue }) {
    const due = await dueProspects(trx, before(now, policy.retention.prospect.period), most)
    for (const accountId of due) await enqueue(endProspect, { accountId }, { key: accountId })
    if (due.length === most) await enqueue(sweepProspects, {}, { key: 'more', runAt: new Date(now.getTime() + 60_000) })
    return { found: due.length }
  },
})

/** A job: erases one of them, unless they wrote or registered meanwhile, or a claim holds the data. */
export const endProspect = writeOperation({
  name: 'prospect.end',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid() }),
  output: z.object({ ended: z.boolean() }),
  async run({ trx, actor, input: { accountId }, now, tools, enqueue, concerning }) {
    concerning({ accountId })
    // Erased at their own word meanwhile: a job that failed would be tried for days and end among the dead.
    if (!(await lockAccount(trx, accountId))) throw new NothingHappened({ ended: false })
    const cutoff = before(now, policy.retention.prospect.period)
    const still = await dueProspects(trx, cutoff, 1, accountId)
    if (still.length === 0 || (await isHeldByLaw(trx, accountId, null))) return { ended: false }
    const scope = { accountId, personId: null }
    const { erasureId, persons } = await endScope({ trx, tools, now, actor, concerning }, scope)
    concerning({ accountId, personIds: persons })
    await enqueue(finishErasure, { accountId, erasureId }, { key: erasureId })
    return { ended: true }
  },
})
