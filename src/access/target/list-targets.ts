import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountAsked } from '../../privacy/operation/whom-it-concerns.ts'
import { staffMayUse } from '../access.rules.ts'
import { targetsOf } from './target.queries.ts'
import { targetView } from './target.view.ts'

/** The servers, databases and systems of a client, and whether something opens them now. */
export const listTargets = readOperation({
  name: 'target.list',
  purpose: 'access',
  http: 'GET /targets',
  says: 'A client’s servers, databases and ticketing systems',
  who: { member: 'any', staff: staffMayUse },
  input: z.strictObject({ accountId: z.uuid().optional() }),
  output: z.object({
    /** Null where no such client is known. */
    accountName: z.string().nullable(),
    targets: z.array(targetView),
  }),
  concerns: accountAsked,
  async run({ db, actor, input }) {
    const { accountId } = accountAsked({ actor, input })
    if (!accountId) throw new Invalid({ accountId: m.access_expect_client() })
    const [account, targets] = await Promise.all([
      db.selectFrom('account').select('name').where('id', '=', accountId).executeTakeFirst(),
      targetsOf(db, accountId),
    ])
    return { accountName: account?.name ?? null, targets }
  },
})
