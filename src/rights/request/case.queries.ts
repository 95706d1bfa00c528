/** Reading and writing the rows of a request. */
import { type Selectable, sql } from 'kysely'
import type { PurposeName } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import type { ClockFacts, Pause } from '../../privacy/clock/answer-clock.ts'
import { answerClock } from '../../privacy/clock/answer-clock.ts'
import type { For } from '../../privacy/map/types.ts'
import { type Actor, actorId } from '../../privacy/operation/actor.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { type Gathered, lockPersonsOfCase } from './persons.queries.ts'
import type { RequestKind, RequestRoute } from './request.rules.ts'
import type { Db, Trx } from './request-db.ts'
import type { StepKind } from './rights-step.data.ts'

export type CaseRow = Selectable<For<'rights'>['rights_case']>
export type StepRow = Selectable<For<'rights'>['rights_step']>
export type AnswerRow = Selectable<For<'rights'>['rights_answer']>
export type RecipientRow = Selectable<For<'rights'>['rights_recipient']>

export async function findCase(db: Db, caseId: string): Promise<CaseRow | undefined> {
  return await db.selectFrom('rights_case').selectAll().where('id', '=', caseId).executeTakeFirst()
}

/**
 * The request and whom it is about, held still until the end of the transaction: two who close it at once follow one another,
 * and whoever erases one of them comes before or after. @throws NotFound
 */
export async function lockCase(trx: Trx, caseId: string): Promise<CaseRow> {
  await lockPersonsOfCase(trx, caseId)
  await sql`select id from base.rights_case where id = ${caseId} for update`.execute(trx)
  const found = await findCase(trx, caseId)
  if (!found) throw new NotFound('request')
  return found
}

export async function stepsOf(db: Db, row: Pick<CaseRow, 'account_id' | 'id'>): Promise<StepRow[]> {
  return await db
    .selectFrom('rights_step')
    .selectAll()
    .where('account_id', '=', row.account_id)
    .where('case_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function answersOf(db: Db, row: Pick<CaseRow, 'account_id' | 'id'>): Promise<AnswerRow[]> {
  return await db
    .selectFrom('rights_answer')
    .selectAll()
    .where('account_id', '=', row.account_id)
    .where('case_id', '=', row.id)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function recipientsOf(db: Db, row: Pick<CaseRow, 'account_id' | 'id'>): Promise<RecipientRow[]> {
  return await db
    .selectFrom('rights_recipient')
    .selectAll()
    .where('account_id', '=', row.account_id)
    .where('case_id', '=', row.id)
    .orderBy('recipient')
    .execute()
}

export interface NewCase {
  /** Whose data it is about; who asks comes first, and the case lies under their account. */
  readonly persons: readonly [Gathered, ...Gathered[]]
  readonly kind: RequestKind
  readonly route: RequestRoute
  readonly purpose: PurposeName | null
  readonly words: string
  readonly language: 'ro' | 'en'
  readonly receivedAt: Date
  readonly identity: CaseRow['identity']
  /** Of a request that a restored database lost: it is made again under its own id. */
  readonly id?: string
}

/** Opens a case with its persons, its first steps and its last day, in one statement. `country`: of the provider. */
export async function insertCase(trx: Trx, given: NewCase, by: Actor, now: Date, country: string): Promise<string> {
  const id = given.id ?? newId()
  const [asker] = given.persons
  const row = { account_id: asker.accountId, id }
  const steps = [
    stepRow(row, 'received', by, given.receivedAt),
    ...(given.identity === 'asked' ? [stepRow(row, 'identity_asked', by, now)] : []),
  ]
  const facts = { receivedAt: given.receivedAt, extendedAt: null, pauses: pausesIn(steps), country }
  await trx
    .with('opened', (with_) =>
      with_.insertInto('rights_case').values({
        ...row,
        person_id: asker.personId,
        kind: given.kind,
        route: given.route,
        purpose: given.purpose,
        words: given.words,
        language: given.language,
        received_at: given.receivedAt,
        identity: given.identity,
        identity_at: given.identity === 'asked' ? null : now,
        status: 'open',
        due_on: answerClock(facts).dueOn,
      }),
    )
    .with('about', (with_) =>
      with_.insertInto('rights_case_person').values(
        given.persons.map(({ accountId, personId, capacity }) => ({
          account_id: accountId,
          id: newId(),
          person_id: personId,
          case_account_id: asker.accountId,
          case_id: id,
          capacity,
        })),
      ),
    )
    .insertInto('rights_step')
    .values(steps)
    .execute()
  return id
}

export async function addStep(
  trx: Trx,
  row: Pick<CaseRow, 'account_id' | 'id'>,
  kind: StepKind,
  by: Actor,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('rights_step')
    .values(stepRow(row, kind, by, at))
    .execute()
}

function stepRow(row: Pick<CaseRow, 'account_id' | 'id'>, kind: StepKind, by: Actor, at: Date) {
  const byKind = by.kind === 'staff' ? 'staff' : by.kind === 'system' ? 'system' : 'person'
  return {
    account_id: row.account_id,
    id: newId(),
    case_id: row.id,
    kind,
    by_kind: byKind,
    by_id: actorId(by),
    at,
  } as const
}

/** From the asking after who it is to the answer, from the steps in their order. */
export function pausesIn(steps: readonly Pick<StepRow, 'kind' | 'at'>[]): Pause[] {
  const pauses: Pause[] = []
  let from: Date | null = null
  for (const { kind, at } of steps) {
    if (kind === 'identity_asked') from ??= at
    if (kind === 'identity_shown' && from !== null) {
      pauses.push({ from, to: at })
      from = null
    }
  }
  return from === null ? pauses : [...pauses, { from, to: null }]
}

export function clockFacts(
  row: Pick<CaseRow, 'received_at' | 'extended_at'>,
  steps: readonly StepRow[],
  country: string,
): ClockFacts {
  return { receivedAt: row.received_at, extendedAt: row.extended_at, pauses: pausesIn(steps), country }
}

/** Derives the last day for the answer anew from the facts, and keeps it where the queue is sorted by it. */
export async function refreshDue(trx: Trx, caseId: string, country: string): Promise<void> {
  const row = await lockCase(trx, caseId)
  const { dueOn } = answerClock(clockFacts(row, await stepsOf(trx, row), country))
  await updateCase(trx, row, { due_on: dueOn })
}

export async function updateCase(
  trx: Trx,
  row: Pick<CaseRow, 'account_id' | 'id'>,
  change: Partial<
    Pick<
      CaseRow,
      | 'due_on'
      | 'identity'
      | 'identity_at'
      | 'extended_at'
      | 'status'
      | 'outcome'
      | 'answer_id'
      | 'closed_at'
      | 'link_hash'
      | 'link_sealed'
      | 'reminded_on'
    >
  >,
): Promise<void> {
  await trx
    .updateTable('rights_case')
    .set(change)
    .where('account_id', '=', row.account_id)
    .where('id', '=', row.id)
    .execute()
}

export async function countryOf(db: Db): Promise<string> {
  const provider = await db.selectFrom('provider').select('country').executeTakeFirst()
  return provider?.country ?? 'RO'
}
