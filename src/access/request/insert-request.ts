import type { Kysely } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import type { For } from '../../privacy/map/types.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { usualViews } from '../access.rules.ts'
import type { AskedItem } from '../access.shapes.ts'

type AskingDb = Kysely<For<'orders'>>

export interface NewRequest {
  readonly accountId: string
  readonly reason: string
  readonly askedBy: string | null
  readonly offeredBy?: string
  readonly orderId?: string | undefined
  readonly ticketId?: string | undefined
  readonly expiresAt: Date
  readonly items: readonly AskedItem[]
}

/** Adds a request with its items, and answers their ids in the order given. */
export async function insertRequest<P extends 'access' | 'orders'>(handle: Kysely<For<P>>, request: NewRequest) {
  // Both purposes may add requests; to the compiler their handles are strangers.
  const trx = handle as unknown as AskingDb
  const { accountId } = request
  await checkTargets(trx, accountId, request.items)
  const requestId = newId()
  await trx
    .insertInto('secret_request')
    .values({
      account_id: accountId,
      id: requestId,
      reason: request.reason,
      asked_by: request.askedBy,
      offered_by: request.offeredBy ?? null,
      order_id: request.orderId ?? null,
      ticket_id: request.ticketId ?? null,
      expires_at: request.expiresAt,
    })
    .execute()
  const items = request.items.map((item, position) => ({
    account_id: accountId,
    id: newId(),
    request_id: requestId,
    position,
    kind: item.kind,
    name: item.name,
    detail: item.detail ?? null,
    views: item.views ?? usualViews,
    target_id: item.targetId ?? null,
  }))
  await trx.insertInto('secret_request_item').values(items).execute()
  return { requestId, itemIds: items.map((item) => item.id) }
}

async function checkTargets(trx: AskingDb, accountId: string, items: readonly AskedItem[]): Promise<void> {
  for (const [at, { targetId, kind }] of items.entries()) {
    if (!targetId) continue
    const target = await trx
      .selectFrom('target')
      .select('kind')
      .where('account_id', '=', accountId)
      .where('id', '=', targetId)
      .executeTakeFirst()
    if (target?.kind !== kind) throw new Invalid({ [`items.${at}.targetId`]: m.access_expect_target() })
  }
}
