import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { removeNotices } from './erasure.queries.ts'

/** A job, a week after an erasure: an address that no mail server would take is not kept any longer. */
export const dropNotices = writeOperation({
  name: 'erasure.drop_notices',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), erasureId: z.uuid() }),
  output: z.object({ dropped: z.number() }),
  async run({ trx, input, concerning }) {
    concerning({ accountId: input.accountId })
    return { dropped: await removeNotices(trx, input.accountId, input.erasureId, null) }
  },
})
