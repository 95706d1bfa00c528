import { sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import type { Db } from '../desk-db.ts'
import { newestTickets } from '../ticket/ticket.queries.ts'
import type { TicketLine } from '../ticket/ticket.view.ts'
import type { Queue } from './inbox.rules.ts'

/**
 * What each queue takes. The conditions are written out as the partial indexes say them: a parameter in their place would
 * keep the planner from the index.
 */
const takes = (staffId: string) => ({
  mine: sql<boolean>`closed_at is null and assigned_to is not null and assigned_to = ${staffId}`,
  unassigned: sql<boolean>`closed_at is null and assigned_to is null`,
  waiting: sql<boolean>`status in ('open', 'waiting_us')`,
  open: sql<boolean>`closed_at is null`,
  closed: sql<boolean>`closed_at is not null`,
})

export async function queueTickets(
  db: Db,
  queue: Queue,
  staffId: string,
  after: PageKey | undefined,
  pageSize: number,
): Promise<TicketLine[]> {
  const condition = takes(staffId)[queue]
  return newestTickets(db, (eb) => eb.and([condition]), after, pageSize)
}

/** Counting stops here: beyond it a queue is only "more". */
export const mostCounted = 999

/** How many tickets lie in each queue, at most mostCounted + 1. Read from the indexes alone. */
export async function countQueues(db: Db, staffId: string): Promise<Record<Exclude<Queue, 'closed'>, number>> {
  const { mine, unassigned, waiting, open } = takes(staffId)
  const count = (condition: typeof mine) =>
    sql`(select count(*) from (select from ticket where ${condition} limit ${sql.lit(mostCounted + 1)}) q)::integer`
  const { rows } = await sql<Record<Exclude<Queue, 'closed'>, number>>`
    select ${count(mine)} as mine, ${count(unassigned)} as unassigned, ${count(waiting)} as waiting,
      ${count(open)} as open`.execute(db)
  return rows[0]!
}
