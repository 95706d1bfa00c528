import { type Kysely, sql } from 'kysely'
import { staffNames } from '../identity/identity.facade.ts'
import { civilDayOf } from '../privacy/clock/civil-day.ts'
import type { For, PurposeTrx } from '../privacy/map/types.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import { stateOf } from './campaign.rules.ts'

export type Db = Kysely<For<'rights'>>
export type Trx = PurposeTrx<'rights'>

export interface Counts {
  readonly asked: number
  readonly yes: number
  readonly no: number
  readonly silent: number
  readonly handedOver: number
}

export async function findCampaign(db: Db, id: string) {
  const row = await db.selectFrom('succession_campaign').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('succession_campaign')
  return row
}

/** Held still until the commit: what is decided about it follows one after the other. @throws NotFound */
export async function lockCampaign(trx: Trx, id: string) {
  await sql`select id from base.succession_campaign where id = ${id} for update`.execute(trx)
  return await findCampaign(trx, id)
}

/** As lockCampaign, but many answers may be given at once; a hand-over waits for them. @throws NotFound */
export async function shareCampaign(trx: Trx, id: string) {
  await sql`select id from base.succession_campaign where id = ${id} for share`.execute(trx)
  return await findCampaign(trx, id)
}

export async function countAnswers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('succession_answer')
    .select('campaign_id')
    .select([
      sql<number>`count(*)::int`.as('asked'),
      sql<number>`count(*) filter (where answer = 'yes')::int`.as('yes'),
      sql<number>`count(*) filter (where answer = 'no')::int`.as('no'),
      sql<number>`count(*) filter (where answer is null)::int`.as('silent'),
      sql<number>`count(*) filter (where handed_over_at is not null)::int`.as('handedOver'),
    ])
    .where('campaign_id', 'in', [...ids])
    .groupBy('campaign_id')
    .execute()
  return new Map(rows.map(({ campaign_id, ...counts }) => [campaign_id, counts]))
}

export const noAnswers: Counts = { asked: 0, yes: 0, no: 0, silent: 0, handedOver: 0 }

/** Campaigns as the staff see them, newest first. */
export async function campaignViews(db: Db, now: Date, only: string | null = null) {
  const rows = await db
    .selectFrom('succession_campaign')
    .selectAll()
    .$if(only !== null, (query) => query.where('id', '=', only ?? ''))
    .orderBy('started_at', 'desc')
    .limit(100)
    .execute()
  const counts = await countAnswers(
    db,
    rows.map((row) => row.id),
  )
  const names = await staffNames(
    db,
    rows.flatMap((row) => [row.started_by, row.handed_over_by ?? [], row.cancelled_by ?? []].flat()),
  )
  const today = civilDayOf(now)
  return rows.map((row) => ({
    id: row.id,
    successor: row.successor,
    country: row.country,
    why: { ro: row.why_ro, en: row.why_en },
    closesOn: row.closes_on,
    state: stateOf(row, today),
    startedAt: row.started_at,
    startedBy: names.get(row.started_by) ?? null,
    endedAt: row.handed_over_at ?? row.cancelled_at,
    endedBy: names.get(row.handed_over_by ?? row.cancelled_by ?? '') ?? null,
    counts: counts.get(row.id) ?? noAnswers,
  }))
}
