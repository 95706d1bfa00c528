import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayAsk, usualDays } from '../access.rules.ts'
import { askedItem, days, words } from '../access.shapes.ts'
import { checkWork } from '../check-work.ts'
import { tellAsked } from '../emails/tell-asked.ts'
import { insertRequest } from './insert-request.ts'

/** Asks a client for named access, with why and until when (P8, P9, P11, P15). */
export const askForAccess = writeOperation({
  name: 'secret_request.ask',
  purpose: 'access',
  http: 'POST /secret-requests',
  says: 'Ask a client for named access',
  who: { staff: staffMayAsk },
  input: z.strictObject({
    accountId: z.uuid(),
    reason: words,
    days: days.optional(),
    orderId: z.uuid().optional(),
    ticketId: z.uuid().optional(),
    items: z.array(askedItem).min(1).max(20),
  }),
  output: z.object({ requestId: z.string() }),
  async run({ trx, actor, input, enqueue, concerning, now }) {
    const { accountId } = input
    const account = await trx.selectFrom('account').select('closed_at').where('id', '=', accountId).executeTakeFirst()
    if (!account || account.closed_at) throw new NotFound('account')
    await checkWork(trx, accountId, input)
    const { requestId } = await insertRequest(trx, {
      ...input,
      askedBy: actor.staffId,
      expiresAt: new Date(now.getTime() + (input.days ?? usualDays) * 86_400_000),
    })
    concerning({ accountId })
    await enqueue(tellAsked, { accountId, requestId })
    return { requestId }
  },
})
