import { type RawBuilder, sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { Db } from '../desk-db.ts'
import { newestTickets } from '../ticket/ticket.queries.ts'
import type { TicketLine } from '../ticket/ticket.view.ts'
import type { Queue } from './inbox.rules.ts'

/**
 * What each queue takes. The conditions are written out as the partial indexes say them: a parameter in their place would
 * keep the planner from the index.
 */
const takes = {
  mine: ({ staffId }: Asker) =>
    sql<boolean>`closed_at is null and assigned_to is not null and assigned_to = ${staffId}`,
  unassigned: () => sql<boolean>`closed_at is null and assigned_to is null`,
  chat: () => sql<boolean>`closed_at is null and channel = 'chat'`,
  waiting: () => sql<boolean>`status in ('open', 'waiting_us')`,
  open: () => sql<boolean>`closed_at is null`,
  closed: () => sql<boolean>`closed_at is not null`,
} as const satisfies Record<Queue, (asker: Asker) => RawBuilder<boolean>>

interface Asker {
  readonly staffId: string
}

const pages = {
  mine: newestTickets(takes.mine),
  unassigned: newestTickets(takes.unassigned),
  chat: newestTickets(takes.chat),
  waiting: newestTickets(takes.waiting),
  open: newestTickets(takes.open),
  closed: newestTickets(takes.closed),
} satisfies Record<Queue, unknown>

export function queueTickets(db: Db, queue: Queue, staffId: string, after: PageKey | undefined): Promise<TicketLine[]> {
  return pages[queue](db, { staffId }, after)
}

/** Counting stops here: beyond it a queue is only "more". */
export const mostCounted = 999

/** How many tickets lie in each queue, at most mostCounted + 1. Read from the indexes alone. */
export async function countQueues(db: Db, staffId: string): Promise<Counts> {
  return (await counts(db, { staffId }))[0]!
}

type Counts = Record<Exclude<Queue, 'closed'>, number>

const counts = writtenOnce((_: Db, asker: Asker) => {
  const count = (condition: RawBuilder<boolean>) =>
    sql`(select count(*) from (select from ticket where ${condition} limit ${sql.lit(mostCounted + 1)}) q)::integer`
  return sql<Counts>`
    select ${count(takes.mine(asker))} as mine, ${count(takes.unassigned())} as unassigned,
      ${count(takes.chat())} as chat, ${count(takes.waiting())} as waiting, ${count(takes.open())} as open`
})

/** How many visitors in the chat wait for a word of ours, at most mostCounted + 1. */
export async function countWaitingChats(db: Db): Promise<number> {
  return (await waitingChats(db, {}))[0]!.waiting
}

const waitingChats = writtenOnce(
  (_: Db, _none: object) => sql<{ waiting: number }>`
    select (select count(*) from (
      select from ticket where ${takes.chat()} and ${takes.waiting()} limit ${sql.lit(mostCounted + 1)}) q)::integer as waiting`,
)
