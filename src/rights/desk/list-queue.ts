import { sql } from 'kysely'
import { z } from 'zod'
import { civilDayOf, daysBetween } from '../../privacy/clock/civil-day.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { identityWays, outcomes, requestKinds, requestRoutes } from '../request/request.rules.ts'

const pageSize = 50
const lists = ['open', 'to_tell', 'closed'] as const

const line = z.object({
  id: z.string(),
  number: z.int(),
  kind: z.enum(requestKinds),
  route: z.enum(requestRoutes),
  purpose: z.string().nullable(),
  name: z.string(),
  accountName: z.string(),
  receivedAt: z.date(),
  identity: z.enum(identityWays),
  dueOn: z.string().nullable(),
  /** Days until the answer is due; negative when overdue, null while the clock stands still. */
  daysLeft: z.int().nullable(),
  extendedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  outcome: z.enum(outcomes).nullable(),
})

/** Requests about data by deadline, the overdue first; those with recipients to tell; or those answered, the newest first. */
export const listQueue = readOperation({
  name: 'request.queue',
  purpose: 'rights',
  http: 'GET /rights/requests',
  says: 'Requests about data, by deadline',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ list: z.enum(lists).optional(), page: z.int().min(0).max(10_000).optional() }),
  output: z.object({
    open: z.int(),
    overdue: z.int(),
    /** Nobody showed yet who asks: the clock stands still. */
    unproven: z.int(),
    recipientsToTell: z.int(),
    requests: z.array(line),
    more: z.boolean(),
  }),
  async run({ db, input, now, concerning }) {
    const today = civilDayOf(now)
    const closed = input.list === 'closed'
    const toTellOnly = input.list === 'to_tell'
    const counts = await db
      .selectFrom('rights_case')
      .select([
        sql<number>`count(*)::int`.as('open'),
        sql<number>`count(*) filter (where due_on < ${today}::date)::int`.as('overdue'),
        sql<number>`count(*) filter (where identity = 'asked')::int`.as('unproven'),
      ])
      .where('status', '=', 'open')
      .executeTakeFirst()
    const toTell = await db
      .selectFrom('rights_recipient')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('status', '=', 'to_tell')
      .executeTakeFirst()
    const rows = await db
      .selectFrom('rights_case as c')
      .innerJoin('person as p', (join) =>
        join.onRef('p.account_id', '=', 'c.account_id').onRef('p.id', '=', 'c.person_id'),
      )
      .innerJoin('account as a', 'a.id', 'c.account_id')
      .select(['c.id', 'c.number', 'c.kind', 'c.route', 'c.purpose', 'c.received_at', 'c.identity', 'c.due_on'])
      .select(['c.extended_at', 'c.closed_at', 'c.outcome', 'c.person_id', 'p.name', 'a.name as account_name'])
      .$if(!toTellOnly, (query) => query.where('c.status', '=', closed ? 'closed' : 'open'))
      .$if(toTellOnly, (query) =>
        query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('rights_recipient as r')
              .select('r.id')
              .whereRef('r.account_id', '=', 'c.account_id')
              .whereRef('r.case_id', '=', 'c.id')
              .where('r.status', '=', 'to_tell'),
          ),
        ),
      )
      .$if(closed, (query) => query.orderBy('c.closed_at', 'desc').orderBy('c.id', 'desc'))
      .$if(!closed, (query) => query.orderBy('c.due_on', (order) => order.asc().nullsLast()).orderBy('c.id'))
      .offset((input.page ?? 0) * pageSize)
      .limit(pageSize + 1)
      .execute()
    const shown = rows.slice(0, pageSize)
    concerning({ personIds: shown.map((row) => row.person_id) })
    return {
      open: counts?.open ?? 0,
      overdue: counts?.overdue ?? 0,
      unproven: counts?.unproven ?? 0,
      recipientsToTell: toTell?.count ?? 0,
      requests: shown.map((row) => ({
        id: row.id,
        number: row.number,
        kind: row.kind,
        route: row.route,
        purpose: row.purpose,
        name: row.name,
        accountName: row.account_name,
        receivedAt: row.received_at,
        identity: row.identity,
        dueOn: row.due_on,
        daysLeft: row.due_on === null || row.outcome !== null ? null : daysBetween(today, row.due_on),
        extendedAt: row.extended_at,
        closedAt: row.closed_at,
        outcome: row.outcome,
      })),
      more: rows.length > pageSize,
    }
  },
})
