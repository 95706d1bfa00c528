import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountAsked } from '../../privacy/operation/whom-it-concerns.ts'
import { staffMayUse } from '../access.rules.ts'
import { depositKindNames } from '../sealed/deposit-kinds.ts'

const pageSize = 50

/** Every showing of a secret of a client: who, when, why, on what (P15). */
export const listUses = readOperation({
  name: 'reveal.list',
  purpose: 'access',
  http: 'GET /reveals',
  says: 'Who saw which secret, when and why',
  who: { member: 'any', staff: staffMayUse },
  input: z.strictObject({ accountId: z.uuid().optional(), before: z.uuid().optional() }),
  output: z.object({
    uses: z.array(
      z.object({
        id: z.string(),
        at: z.date(),
        by: z.string(),
        leaseId: z.string(),
        reason: z.string(),
        targetName: z.string(),
        kind: z.enum(depositKindNames),
        orderId: z.string().nullable(),
        ticketId: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  concerns: accountAsked,
  async run({ db, actor, input }) {
    const { accountId } = accountAsked({ actor, input })
    if (!accountId) throw new Invalid({ accountId: m.access_expect_client() })
    let query = db
      .selectFrom('reveal as v')
      .innerJoin('lease as l', (join) =>
        join.onRef('l.account_id', '=', 'v.account_id').onRef('l.id', '=', 'v.lease_id'),
      )
      .innerJoin('target as t', (join) =>
        join.onRef('t.account_id', '=', 'v.account_id').onRef('t.id', '=', 'v.target_id'),
      )
      .innerJoin('staff as s', 's.id', 'v.staff_id')
      .select(['v.id', 'v.at', 's.name as by', 'l.id as leaseId', 'l.reason', 't.name as targetName', 't.kind'])
      .select(['l.order_id as orderId', 'l.ticket_id as ticketId'])
      .where('v.account_id', '=', accountId)
      .orderBy('v.id', 'desc')
      .limit(pageSize + 1)
    if (input.before) query = query.where('v.id', '<', input.before)
    const found = await query.execute()
    const uses = found.slice(0, pageSize)
    return { uses, next: found.length > pageSize ? uses.at(-1)!.id : null }
  },
})
