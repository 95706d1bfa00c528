import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { isHeldByLaw } from '../../privacy/retention/hold.queries.ts'
import { endedView } from './end-account.ts'
import { endScope } from './end-scope.ts'
import { livingOwners, livingPeople, lockAccount } from './ending.queries.ts'
import { finishErasure } from './finish-erasure.ts'
import { readReceipt } from './read-receipt.ts'
import { requestOwnEnd } from './told-of-end.ts'

/** Ends one's own place in an account. What was done for the company stays with it, without the name. */
export const endPerson = writeOperation({
  name: 'person.end',
  purpose: 'rights',
  http: 'POST /privacy/leave',
  says: 'Leave the account and erase what is held about you; cannot be undone',
  who: { member: 'any', fresh: true },
  input: z.strictObject({ understood: z.literal('yes', { error: () => m.rights_expect_understood() }) }),
  output: endedView,
  async run({ trx, actor, tools, now, concerning, enqueue }) {
    const { accountId, personId } = actor
    // The account's lock puts two owners who leave at the same moment one after the other.
    const living = (await lockAccount(trx, accountId)) && (await livingPeople(trx, accountId, personId)).length === 1
    if (!living) throw new Conflict('already_ended')
    if (await isHeldByLaw(trx, accountId, personId)) throw new Conflict('legal_hold', m.rights_legal_hold())
    const owners = await livingOwners(trx, accountId)
    if (owners.length === 1 && owners[0] === personId) throw new Conflict('last_owner', m.rights_last_owner())
    const running = { trx, tools, now, actor, concerning }
    const telling = await requestOwnEnd(running, actor, 'person')
    const ended = await endScope(running, { accountId, personId }, { telling })
    concerning({ accountId, personIds: [personId] })
    await enqueue(finishErasure, { accountId, erasureId: ended.erasureId }, { key: ended.erasureId })
    return { receiptToken: ended.receiptToken, receipt: await readReceipt(trx, tools.maps, ended.entry) }
  },
})
