import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { findRequest } from '../request/secret-request.queries.ts'
import { answeredLetter } from './access.letters.ts'
import { askerOf } from './asker.ts'

/** A job: tells whoever asked that the client handed a thing over or declined to. */
export const tellAnswered = writeOperation({
  name: 'secret_request.tell_answered',
  purpose: 'access',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), requestId: z.uuid(), itemId: z.uuid() }),
  output: z.object({ letters: z.number() }),
  async run({ trx, input, tools, concerning }) {
    const { accountId, requestId, itemId } = input
    concerning({ accountId })
    const request = await findRequest(trx, accountId, requestId)
    const item = request?.items.find((one) => one.id === itemId)
    if (!request || (item?.state !== 'given' && item?.state !== 'refused')) return { letters: 0 }
    // An order tells its own people when all of its access is there.
    if (request.orderId && item.state === 'given') return { letters: 0 }
    const row = await trx
      .selectFrom('secret_request')
      .select('asked_by')
      .where('account_id', '=', accountId)
      .where('id', '=', requestId)
      .executeTakeFirst()
    const asker = await askerOf(trx, row?.asked_by ?? null)
    if (!asker) return { letters: 0 }
    const { to, language, name } = asker
    const words = answeredLetter(language, {
      name,
      client: request.accountName ?? '',
      thing: item.name,
      answer: item.state,
      reason: item.refusal,
      waiting: request.items.filter((one) => one.state === 'asked').length,
      url: `${tools.signIn.origin}/staff/access/requests/${requestId}`,
    })
    // It speaks of a client, so it lies under the client's account and ends with it.
    await tools.letters.post(trx, { accountId, personId: null, to, kind: `access_${item.state}`, language, words })
    return { letters: 1 }
  },
})
