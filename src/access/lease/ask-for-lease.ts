import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import type { For } from '../../privacy/map/types.ts'
import { Conflict, Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayUse } from '../access.rules.ts'
import { words } from '../access.shapes.ts'
import { checkWork } from '../check-work.ts'
import { tellLeaseAsked } from '../emails/tell-lease-asked.ts'

/** Asks for the right to use what opens a target: why, for which order or ticket, for how long, how often (P15). */
export const askForLease = writeOperation({
  name: 'lease.ask',
  purpose: 'access',
  http: 'POST /leases',
  says: 'Ask for the time-boxed right to use what a client handed over',
  who: { staff: staffMayUse },
  input: z.strictObject({
    accountId: z.uuid(),
    targetId: z.uuid(),
    reason: words,
    orderId: z.uuid().optional(),
    ticketId: z.uuid().optional(),
    minutes: z.int().min(5).max(1440),
    uses: z.int().min(1).max(10).optional(),
  }),
  output: z.object({ leaseId: z.string() }),
  faults: async ({ given }) => workFaults(given),
  async run({ trx, actor, input, enqueue, concerning }) {
    const { accountId, targetId } = input
    const faults = workFaults(input)
    if (faults.orderId) throw new Invalid(faults)
    await checkWork(trx, accountId, input)
    const deposit = await liveDeposit(trx, accountId, targetId)
    const leaseId = newId()
    await trx
      .insertInto('lease')
      .values({
        account_id: accountId,
        id: leaseId,
        target_id: targetId,
        deposit_id: deposit.id,
        asked_by: actor.staffId,
        reason: input.reason,
        order_id: input.orderId ?? null,
        ticket_id: input.ticketId ?? null,
        minutes: input.minutes,
        uses: input.uses ?? 1,
        uses_left: input.uses ?? 1,
      })
      .execute()
    concerning({ accountId, personIds: [deposit.deposited_by] })
    await enqueue(tellLeaseAsked, { accountId, leaseId })
    return { leaseId }
  },
})

function workFaults({ orderId, ticketId }: { orderId?: unknown; ticketId?: unknown }): { orderId?: string } {
  return orderId || ticketId ? {} : { orderId: m.access_expect_work() }
}

async function liveDeposit(trx: Kysely<For<'access'>>, accountId: string, targetId: string) {
  const target = await trx
    .selectFrom('target')
    .select('id')
    .where('account_id', '=', accountId)
    .where('id', '=', targetId)
    .executeTakeFirst()
  if (!target) throw new NotFound('target')
  const deposit = await trx
    .selectFrom('deposit')
    .select(['id', 'deposited_by'])
    .where('account_id', '=', accountId)
    .where('target_id', '=', targetId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .where('views_left', '>', 0)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (!deposit) throw new Conflict('nothing_deposited', m.access_problem_nothing_deposited())
  return deposit
}
