import { type Kysely, sql } from 'kysely'
import type { For, PurposeTrx } from '../privacy/map/types.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import { dueOf } from './child-report.rules.ts'

type Db = Kysely<For<'rights'>>
type Trx = PurposeTrx<'rights'>

const shown = [
  'id',
  'number',
  'kind',
  'language',
  'about_whom',
  'why',
  'received_at',
  'due_at',
  'outcome',
  'known_by',
  'decided_at',
  'decided_by',
  'erasures',
  'receipt',
  'receipt_at',
] as const

/** How many that came since then are still open: found by their day, which is the same for all. */
export async function openSince(db: Db, since: Date): Promise<number> {
  const { open } = await db
    .selectFrom('child_report')
    .select(sql<number>`count(*)::integer`.as('open'))
    .where('decided_at', 'is', null)
    .where('due_at', '>=', dueOf(since))
    .executeTakeFirstOrThrow()
  return open
}

export async function findReport(db: Db, id: string) {
  return await db
    .selectFrom('child_report')
    .select(shown)
    .select(sql<boolean>`reporter is not null`.as('wants_receipt'))
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Holds a report still until the commit. @throws NotFound */
export async function lockReport(trx: Trx, id: string) {
  await sql`select id from base.child_report where id = ${id} for update`.execute(trx)
  const row = await findReport(trx, id)
  if (!row) throw new NotFound('child_report')
  return row
}

/** Reports by deadline while open, else by when they were decided, the newest first; one more than a page. */
export async function listed(db: Db, which: 'open' | 'decided', page: number, size: number) {
  return await db
    .selectFrom('child_report')
    .select(shown)
    .where('decided_at', which === 'open' ? 'is' : 'is not', null)
    .$if(which === 'open', (query) => query.orderBy('due_at').orderBy('id'))
    .$if(which === 'decided', (query) => query.orderBy('decided_at', 'desc').orderBy('id', 'desc'))
    .offset(page * size)
    .limit(size + 1)
    .execute()
}

/** How many wait, and of those how many past their day. */
export async function waiting(db: Db, now: Date): Promise<{ open: number; overdue: number }> {
  const row = await db
    .selectFrom('child_report')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) filter (where due_at <= ${now}::timestamptz)::int`.as('overdue'),
    ])
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return row ?? { open: 0, overdue: 0 }
}

/** Open reports that name one of these addresses, others than the one given; locked. */
export async function lockOthersNaming(trx: Trx, id: string, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return []
  const naming = sql`select r.id from child_report r
    where r.decided_at is null and r.id <> ${id}
      and exists (select from unnest(${[...addresses]}::text[]) a where position(lower(a) in lower(r.about_whom)) > 0)`
  const { rows } = await sql<{ id: string }>`
    select id from base.child_report where decided_at is null and id in (${naming}) order by id for update`.execute(trx)
  return rows.map((row) => row.id)
}
