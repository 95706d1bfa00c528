import { newId } from '../../platform/database/id.ts'
import { type Author, personIn, staffIn } from '../author.ts'
import type { Db, Trx } from '../desk-db.ts'
import { whoIs } from '../ticket/ticket.queries.ts'
import type { PlaybookVersion } from './playbook.view.ts'

export interface Sheet {
  readonly hours: string
  readonly escalation: string
  readonly tone: string
  readonly refunds: string
  readonly never: string
}

/** The newest versions below a given one, newest first: the first is what holds now, the others are its history. */
export async function playbookVersions(
  db: Db,
  accountId: string,
  below: number | null,
  count: number,
): Promise<PlaybookVersion[]> {
  let some = db.selectFrom('playbook').selectAll().where('account_id', '=', accountId)
  if (below !== null) some = some.where('version', '<', below)
  const rows = await db
    .selectFrom(some.orderBy('version', 'desc').limit(count).as('v'))
    .leftJoin('person', (join) =>
      join.onRef('person.account_id', '=', 'v.account_id').onRef('person.id', '=', 'v.by_person'),
    )
    .leftJoin('staff', 'staff.id', 'v.by_staff')
    .select([
      'v.version',
      'v.hours',
      'v.escalation',
      'v.tone',
      'v.refunds',
      'v.never',
      'v.created_at',
      'v.by_person',
      'v.by_staff',
      'person.name as person_name',
      'staff.name as staff_name',
    ])
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map(({ version, hours, escalation, tone, refunds, never, created_at, ...by }) => ({
    version,
    hours,
    escalation,
    tone,
    refunds,
    never,
    at: created_at,
    by: whoIs(by.by_person, by.person_name, by.by_staff, by.staff_name),
  }))
}

/** The unique version lets one of two savers through and gives the other a Conflict. */
export async function insertPlaybook(
  trx: Trx,
  accountId: string,
  version: number,
  sheet: Sheet,
  by: Author,
): Promise<void> {
  await trx
    .insertInto('playbook')
    .values({
      account_id: accountId,
      id: newId(),
      version,
      ...sheet,
      by_person: personIn(by),
      by_staff: staffIn(by),
    })
    .execute()
}
