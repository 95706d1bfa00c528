import { type Kysely, sql } from 'kysely'
import type { For } from '../privacy/map/types.ts'
import { dutyHolds } from './chat.rules.ts'

type Db = Kysely<For<'support'>>
/** Inside a transaction. */
type Trx = Db & { readonly isTransaction: true }

export interface OnDuty {
  readonly staffId: string
  readonly name: string
  readonly since: Date
}

/** Who is there now, whoever came first first. Whoever left the staff is there no more. */
export async function onDuty(db: Db): Promise<OnDuty[]> {
  return await db
    .selectFrom('chat_duty')
    .innerJoin('staff', 'staff.id', 'chat_duty.staff_id')
    .select(['chat_duty.staff_id as staffId', 'staff.name', 'chat_duty.since'])
    .where('chat_duty.ended_at', 'is', null)
    .where('chat_duty.kept_at', '>', sql<Date>`now() - ${dutyHolds} * interval '1 millisecond'`)
    .where('staff.ended_at', 'is', null)
    .where('staff.joined_at', 'is not', null)
    .orderBy('chat_duty.since')
    .execute()
}

/** Begins now, or goes on where it still holds. */
export async function beginDuty(trx: Trx, staffId: string): Promise<void> {
  const holds = sql<boolean>`chat_duty.ended_at is null
    and chat_duty.kept_at > now() - ${dutyHolds} * interval '1 millisecond'`
  await trx
    .insertInto('chat_duty')
    .values({ staff_id: staffId })
    .onConflict((known) =>
      known.column('staff_id').doUpdateSet({
        since: sql<Date>`case when ${holds} then chat_duty.since else now() end`,
        kept_at: sql<Date>`now()`,
        ended_at: null,
      }),
    )
    .execute()
}

/** Only for who is there: a duty that was ended, elsewhere too, is not begun again by a page that did not hear of it. */
export async function keepDuty(trx: Trx, staffId: string): Promise<boolean> {
  const kept = await trx
    .updateTable('chat_duty')
    .set({ kept_at: sql<Date>`now()` })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return kept.numUpdatedRows === 1n
}

export async function endDuty(trx: Trx, staffId: string): Promise<void> {
  await trx
    .updateTable('chat_duty')
    .set({ ended_at: sql<Date>`now()` })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .execute()
}
