import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { notice } from '../../privacy/notice/notice-of.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountOfAsker } from '../../privacy/operation/whom-it-concerns.ts'
import { memberMayHandOver } from '../access.rules.ts'
import { depositKindNames } from '../sealed/deposit-kinds.ts'
import { depositNotices } from './deposit-notices.ts'

/** What a browser needs to seal a secret: the broker's public key, and everything that the sealed secret is bound to. */
export const prepareDeposit = readOperation({
  name: 'deposit.prepare',
  purpose: 'access',
  http: 'GET /secret-requests/{requestId}/items/{itemId}/sealing',
  says: 'What a secret must be sealed with and bound to',
  who: { member: memberMayHandOver },
  input: z.strictObject({ requestId: z.uuid(), itemId: z.uuid() }),
  output: z.object({
    brokerKey: z.string(),
    place: z.object({
      accountId: z.string(),
      requestId: z.string(),
      itemId: z.string(),
      depositId: z.string(),
      kind: z.enum(depositKindNames),
      version: z.number(),
      expiresAt: z.number(),
      views: z.number(),
    }),
    /** Why each part is asked for (P7). */
    notices: z.object({ facts: notice, secret: notice }),
  }),
  concerns: accountOfAsker,
  async run({ db, actor, caller, input, tools, now }) {
    const { accountId } = actor
    const item = await db
      .selectFrom('secret_request_item as i')
      .innerJoin('secret_request as r', (join) =>
        join.onRef('r.account_id', '=', 'i.account_id').onRef('r.id', '=', 'i.request_id'),
      )
      .select(['i.kind', 'i.version', 'i.views', 'r.expires_at', 'r.withdrawn_at'])
      .where('i.account_id', '=', accountId)
      .where('i.request_id', '=', input.requestId)
      .where('i.id', '=', input.itemId)
      .executeTakeFirst()
    if (!item) throw new NotFound('secret_request_item')
    if (item.withdrawn_at || item.expires_at <= now) throw new Conflict('request_over', m.access_problem_request_over())
    return {
      brokerKey: await tools.broker.publicKey(),
      place: {
        accountId,
        ...input,
        depositId: newId(),
        kind: item.kind,
        version: item.version + 1,
        expiresAt: item.expires_at.getTime(),
        views: item.views,
      },
      notices: depositNotices(item.kind, caller.locale ?? 'ro'),
    }
  },
})
