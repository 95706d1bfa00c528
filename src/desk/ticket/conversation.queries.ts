/** One page of a conversation: messages, what happened, and for the staff their notes. */
import { type RawBuilder, sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { Db } from '../desk-db.ts'
import { whoIs } from './ticket.queries.ts'
import type { TicketEventKind } from './ticket.rules.ts'
import type { Entry } from './ticket.view.ts'

export interface Conversation {
  readonly accountId: string
  readonly ticketId: string
  /** The client's eyes: no query for them touches the notes. */
  readonly eyes: 'client' | 'staff'
}

interface Row {
  readonly kind: 'message' | 'note' | 'event'
  readonly id: string
  readonly by_person: string | null
  readonly by_staff: string | null
  readonly person_name: string | null
  readonly staff_name: string | null
  readonly assignee_name: string | null
  readonly words: string
  readonly files: { id: string; name: string; sizeBytes: number }[] | null
  readonly created_at: Date
}

/** As many as are shown at a time. */
export const pageSize = 50

/** The newest entries before a place, newest first, one more than a page. */
export async function newestEntries(
  db: Db,
  { accountId, ticketId, eyes }: Conversation,
  before: PageKey | undefined,
): Promise<Entry[]> {
  const entries = eyes === 'staff' ? entriesForStaff : entriesForClient
  return (await entries(db, { accountId, ticketId, at: before?.at, id: before?.id })).map(entryOf)
}

interface Place {
  readonly accountId: string
  readonly ticketId: string
  readonly at: Date | undefined
  readonly id: string | undefined
}

const entriesForStaff = writtenOnce((_: Db, place: Place) => entriesAt('staff', place))
const entriesForClient = writtenOnce((_: Db, place: Place) => entriesAt('client', place))

function entriesAt(eyes: Conversation['eyes'], { accountId, ticketId, at, id }: Place): RawBuilder<Row> {
  const older = id ? sql`and (x.created_at, x.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
  const where = sql`where x.account_id = ${accountId} and x.ticket_id = ${ticketId} ${older}`
  const newest = sql`order by created_at desc, id desc limit ${sql.lit(pageSize + 1)}`
  const messages = sql`(select 'message' as kind, x.account_id, x.id, x.author as by_person, x.author_staff as by_staff,
      null::uuid as assignee, x.body as words, x.created_at from message x ${where} ${newest})`
  const events = sql`(select 'event', x.account_id, x.id, x.by_person, x.by_staff, x.assignee, x.kind, x.created_at
      from ticket_event x ${where} ${eyes === 'client' ? sql`and x.kind <> 'released'` : sql``} ${newest})`
  const notes = sql`(select 'note', x.account_id, x.id, null::uuid, x.author_staff, null::uuid, x.body, x.created_at
      from note x ${where} ${newest})`
  const all =
    eyes === 'staff' ? sql`${messages} union all ${events} union all ${notes}` : sql`${messages} union all ${events}`
  return sql<Row>`
    select e.kind, e.id, e.by_person, e.by_staff, e.words, e.created_at,
      p.name as person_name, s.name as staff_name, a.name as assignee_name,
      case when e.kind = 'message' then (
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'sizeBytes', f.size_bytes) order by f.id)
        from attachment f where f.account_id = e.account_id and f.message_id = e.id) end as files
    from (select * from (${all}) u ${newest}) e
      left join person p on p.account_id = e.account_id and p.id = e.by_person
      left join staff s on s.id = e.by_staff
      left join staff a on a.id = e.assignee
    order by e.created_at desc, e.id desc`
}

function entryOf(row: Row): Entry {
  const { id, created_at: at, words } = row
  const known = row.by_person !== null || row.by_staff !== null
  const by = known ? whoIs(row.by_person, row.person_name, row.by_staff, row.staff_name) : null
  if (row.kind === 'event')
    return { kind: 'event', id, by, at, event: words as TicketEventKind, assignee: row.assignee_name }
  if (by === null) throw new Error(`${row.kind} ${id} has no author`)
  return row.kind === 'note'
    ? { kind: 'note', id, by, at, body: words }
    : { kind: 'message', id, by, at, body: words, files: row.files ?? [] }
}
