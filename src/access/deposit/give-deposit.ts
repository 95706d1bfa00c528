import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import type { For } from '../../privacy/map/types.ts'
import { Conflict, Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { memberMayHandOver } from '../access.rules.ts'
import { sealedText, targetFacts } from '../access.shapes.ts'
import { tellAnswered } from '../emails/tell-answered.ts'
import { keyIdOf, readPublicKey } from '../sealed/hpke.ts'
import { saveTarget } from '../target/save-target.ts'
import { endDeposit } from './end-deposit.ts'
import { expireDeposits } from './expire-deposits.ts'

/**
 * Hands over a secret that the browser sealed for the broker, or another in its place (P8, P9, P11). Only ciphertext
 * arrives here, and it is sealed once more under the account's key, so that it ends with the account.
 */
export const giveDeposit = writeOperation({
  name: 'deposit.give',
  purpose: 'access',
  http: 'POST /secret-requests/{requestId}/items/{itemId}/deposits',
  says: 'Hand over a secret sealed for the broker',
  who: { member: memberMayHandOver },
  input: z.strictObject({
    requestId: z.uuid(),
    itemId: z.uuid(),
    /** As `deposit.prepare` gave it: it is bound into the sealed secret. */
    depositId: z.uuid(),
    version: z.int().min(1),
    facts: targetFacts,
    sealed: sealedText,
  }),
  output: z.object({ depositId: z.string(), targetId: z.string(), expiresAt: z.date() }),
  async run({ trx, actor, input, tools, enqueue, concerning }) {
    const { accountId, personId } = actor
    concerning({ accountId, personIds: [personId] })
    const brokerKey = keyIdOf(input.sealed)
    if (brokerKey !== readPublicKey(await tools.broker.publicKey()).id) {
      throw new Invalid({ sealed: m.access_problem_key_changed() })
    }
    const item = await itemFor(trx, accountId, input)
    if (input.facts.kind !== item.kind) throw new Invalid({ 'facts.kind': m.access_expect_kind() })
    const counted = await trx
      .updateTable('secret_request_item')
      .set({
        version: input.version,
        status: 'given',
        answered_at: sql<Date>`now()`,
        answered_by: personId,
        refusal: null,
      })
      .where('account_id', '=', accountId)
      .where('id', '=', input.itemId)
      .where('version', '=', input.version - 1)
      .executeTakeFirst()
    if (counted.numUpdatedRows !== 1n) throw new Conflict('deposit_version', m.access_problem_deposit_version())
    // The deposit before the target's leases: the broker takes its locks in this order too.
    await endDeposit(trx, { accountId, itemId: input.itemId }, 'replaced', personId)
    const targetId = await saveTarget(trx, { accountId, by: { personId } }, item, input.facts)
    await trx
      .updateTable('secret_request_item')
      .set({ target_id: targetId })
      .where('account_id', '=', accountId)
      .where('id', '=', input.itemId)
      .execute()
    const place = { record: input.depositId, field: 'sealed', version: input.version }
    await trx
      .insertInto('deposit')
      .values({
        account_id: accountId,
        id: input.depositId,
        request_id: input.requestId,
        item_id: input.itemId,
        target_id: targetId,
        kind: item.kind,
        version: input.version,
        broker_key: brokerKey,
        sealed: await tools.keys.seal(accountId, place, input.sealed),
        views: item.views,
        views_left: item.views,
        deposited_by: personId,
        expires_at: item.expires_at,
      })
      .execute()
    if (item.order_id) await tellOrder(trx, item.order_id)
    await enqueue(tellAnswered, { accountId, requestId: input.requestId, itemId: input.itemId })
    await enqueue(expireDeposits, {}, { runAt: new Date(item.expires_at.getTime() + 60_000), key: input.depositId })
    return { depositId: input.depositId, targetId, expiresAt: item.expires_at }
  },
})

/** Orders know of access, access does not know of orders: the job is named, not imported. */
async function tellOrder(trx: Kysely<For<'access'>>, orderId: string): Promise<void> {
  const input = JSON.stringify({ orderId })
  await sql`select base.enqueue('order.note_access', ${input}::jsonb, null::timestamptz, null::text)`.execute(trx)
}

async function itemFor(trx: Kysely<For<'access'>>, accountId: string, ids: { requestId: string; itemId: string }) {
  const item = await trx
    .selectFrom('secret_request_item as i')
    .innerJoin('secret_request as r', (join) =>
      join.onRef('r.account_id', '=', 'i.account_id').onRef('r.id', '=', 'i.request_id'),
    )
    .select(['i.kind', 'i.name', 'i.views', 'i.target_id', 'r.expires_at', 'r.order_id'])
    .select(sql<boolean>`r.withdrawn_at is null and r.expires_at > now()`.as('open'))
    .where('i.account_id', '=', accountId)
    .where('i.request_id', '=', ids.requestId)
    .where('i.id', '=', ids.itemId)
    .executeTakeFirst()
  if (!item) throw new NotFound('secret_request_item')
  if (!item.open) throw new Conflict('request_over', m.access_problem_request_over())
  return item
}
