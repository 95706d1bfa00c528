import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { memberMayHandOver, usualDays } from '../access.rules.ts'
import { askedItem, days, words } from '../access.shapes.ts'
import { insertRequest } from './insert-request.ts'

/** A client offers access that nobody asked for: a request of their own, on which they then hand it over. */
export const offerAccess = writeOperation({
  name: 'secret_request.offer',
  purpose: 'access',
  http: 'POST /secret-offers',
  says: 'Offer access that was not asked for',
  who: { member: memberMayHandOver },
  input: z.strictObject({ reason: words, days: days.optional(), item: askedItem }),
  output: z.object({ requestId: z.string(), itemId: z.string() }),
  async run({ trx, actor, input, concerning, now }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const { requestId, itemIds } = await insertRequest(trx, {
      accountId: actor.accountId,
      reason: input.reason,
      askedBy: null,
      offeredBy: actor.personId,
      expiresAt: new Date(now.getTime() + (input.days ?? usualDays) * 86_400_000),
      items: [input.item],
    })
    return { requestId, itemId: itemIds[0]! }
  },
})
