import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { isHeldByLaw } from '../../privacy/retention/hold.queries.ts'
import { endScope } from './end-scope.ts'
import { lockAccount } from './ending.queries.ts'
import { finishErasure } from './finish-erasure.ts'
import { readReceipt } from './read-receipt.ts'
import { receiptView } from './receipt.ts'
import { requestOwnEnd } from './told-of-end.ts'

export const endedView = z.object({ receiptToken: z.string(), receipt: receiptView })

/** Ends the account: everything held about it and its people goes, but for what a law keeps. It cannot be undone. */
export const endAccount = writeOperation({
  name: 'account.end',
  purpose: 'rights',
  http: 'POST /privacy/end-account',
  says: 'End the account and erase what is held about it; cannot be undone',
  who: { member: ['owner'], fresh: true },
  input: z.strictObject({ understood: z.literal('yes', { error: () => m.rights_expect_understood() }) }),
  output: endedView,
  async run({ trx, actor, tools, now, concerning, enqueue }) {
    const { accountId } = actor
    if (!(await lockAccount(trx, accountId))) throw new Conflict('already_ended')
    if (await isHeldByLaw(trx, accountId, null)) throw new Conflict('legal_hold', m.rights_legal_hold())
    const running = { trx, tools, now, actor, concerning }
    const telling = await requestOwnEnd(running, actor, 'account')
    const ended = await endScope(running, { accountId, personId: null }, { telling })
    concerning({ accountId, personIds: ended.persons })
    await enqueue(finishErasure, { accountId, erasureId: ended.erasureId }, { key: ended.erasureId })
    return { receiptToken: ended.receiptToken, receipt: await readReceipt(trx, tools.maps, ended.entry) }
  },
})
