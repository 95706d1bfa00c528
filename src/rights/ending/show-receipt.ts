import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { receiptHash } from './end-scope.ts'
import { findErasureByReceipt } from './erasure.queries.ts'
import { readReceipt } from './read-receipt.ts'
import { receiptView } from './receipt.ts'

/** The receipt of an erasure, to whoever holds its link. It names nobody. */
export const showReceipt = readOperation({
  name: 'receipt.show',
  purpose: 'rights',
  http: 'GET /receipts/{token}',
  says: 'The receipt of an erasure, by its link',
  who: { visitor: true },
  input: z.strictObject({ token: z.string().max(200) }),
  output: receiptView,
  async run({ db, input, tools, concerning }) {
    const row = await findErasureByReceipt(db, receiptHash(input.token))
    if (!row) throw new NotFound('receipt')
    concerning({ accountId: row.account_id })
    return await readReceipt(db, tools.maps, row)
  },
})
