/** Reading tickets. Lists take their rows by an index first and look names up after, for the page alone. */
import { type AliasedExpression, type RawBuilder, type Selectable, sql } from 'kysely'
import type { PageKey } from '../../platform/database/page-key.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { For } from '../../privacy/map/types.ts'
import type { Db } from '../desk-db.ts'
import type { TicketLine, Who } from './ticket.view.ts'

/** As many as are shown at a time. */
export const pageSize = 50

/**
 * The newest tickets of those that a condition takes, one more than a page, so that it is known whether there are more.
 * `takes` is asked once and must not look at the values that it is given.
 */
export function newestTickets<Given extends object>(takes: (given: Given) => RawBuilder<boolean>) {
  const rows = writtenOnce((db: Db, given: Given & { at: Date | undefined; before: string | undefined }) => {
    let some = db.selectFrom('ticket').selectAll().where(takes(given))
    const { at, before } = given
    if (before) some = some.where(sql<boolean>`(last_activity_at, id) < (${at}::timestamptz, ${before}::uuid)`)
    const page = some
      .orderBy('last_activity_at', 'desc')
      .orderBy('id', 'desc')
      .limit(pageSize + 1)
    return withNames(db, page)
  })
  return async (db: Db, given: Given, after: PageKey | undefined): Promise<TicketLine[]> =>
    (await rows(db, { ...given, at: after?.at, before: after?.id })).map(lineOf)
}

/** One ticket; undefined when there is none, or it is limited, or it belongs to another account. */
export async function findTicket(db: Db, id: string, accountId: string | null): Promise<TicketLine | undefined> {
  const [row] = await ticketById(db, { id, accountId: accountId ?? undefined })
  return row && lineOf(row)
}

const ticketById = writtenOnce((db: Db, { id, accountId }: { id: string; accountId: string | undefined }) => {
  const one = db.selectFrom('ticket').selectAll().where('id', '=', id).limit(1)
  return withNames(db, accountId ? one.where('account_id', '=', accountId) : one)
})

/** Any query that answers rows of tickets. */
interface TicketRows {
  as(alias: 't'): AliasedExpression<Selectable<For<'support'>['ticket']>, 't'>
}

/** The tickets of a page with the names that belong to them. Names are looked up row by row, by key. */
export function withNames(db: Db, page: TicketRows) {
  return db
    .selectFrom(page.as('t'))
    .innerJoin('account', 'account.id', 't.account_id')
    .leftJoin('staff as opener', 'opener.id', 't.opened_by_staff')
    .leftJoin('staff as assignee', 'assignee.id', 't.assigned_to')
    .select((eb) => [
      't.account_id',
      't.id',
      't.number',
      't.subject',
      't.status',
      't.status_at',
      't.opened_by',
      't.opened_by_staff',
      't.assigned_to',
      't.order_id',
      't.channel',
      't.created_at',
      't.last_activity_at',
      'account.name as account_name',
      eb
        .selectFrom('person')
        .select('person.name')
        .whereRef('person.account_id', '=', 't.account_id')
        .whereRef('person.id', '=', 't.opened_by')
        .as('person_name'),
      'opener.name as opener_name',
      'assignee.name as assignee_name',
    ])
    .orderBy('t.last_activity_at', 'desc')
    .orderBy('t.id', 'desc')
}

type TicketRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number]

export function lineOf(row: TicketRow): TicketLine {
  return {
    id: row.id,
    number: row.number,
    accountId: row.account_id,
    accountName: row.account_name,
    subject: row.subject,
    status: row.status,
    statusAt: row.status_at,
    openedBy: whoIs(row.opened_by, row.person_name, row.opened_by_staff, row.opener_name),
    assignedTo: row.assigned_to === null ? null : { id: row.assigned_to, name: row.assignee_name ?? '' },
    orderId: row.order_id,
    channel: row.channel,
    createdAt: row.created_at,
    lastActivityAt: row.last_activity_at,
  }
}

/** Each row names a person or one of the staff; the database holds it to that. */
export function whoIs(
  personId: string | null,
  personName: string | null,
  staffId: string | null,
  staffName: string | null,
): Who {
  return personId === null
    ? { side: 'staff', id: staffId as string, name: staffName }
    : { side: 'client', id: personId, name: personName }
}

/** Persons to be named in the access log for having been seen. */
export function personsIn(people: Iterable<Who | null>): string[] {
  const ids = new Set<string>()
  for (const one of people) if (one?.side === 'client') ids.add(one.id)
  return [...ids]
}
