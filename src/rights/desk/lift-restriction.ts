/** The end of a restriction (Art. 18(3)): told first, and lifted only once the letter has left. */
import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { setLimit } from '../../privacy/limits/set-limit.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { answerDocument, reasonsPart } from '../answer/answer-frame.ts'
import { text } from '../answer/document.ts'
import { recordAnswer, shortestReasons } from '../answer/record-answer.ts'
import { dayIn } from '../answer/said-in.ts'
import { addStep, answersOf, findCase, lockCase, stepsOf } from '../request/case.queries.ts'
import { caseOfPass } from '../request/code.ts'
import { linkField, wordsField } from '../request/fields.ts'
import { type Gathered, personsOfCase } from '../request/persons.queries.ts'
import type { Db } from '../request/request-db.ts'
import { byField } from './decide-request.ts'
import { whoAndWhom } from './deciding.ts'

/** Days between the letter and the end: time to answer it. */
const days = 7
const dayMs = 86_400_000

export const announceLifting = writeOperation({
  name: 'restriction.announce_end',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/lifting',
  says: 'Tell a person, with reasons, that the restriction of their data will be lifted in a week',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    caseId: z.uuid(),
    reasons: wordsField.refine((words) => words.length >= shortestReasons, { error: () => m.rights_expect_reasons() }),
    by: byField,
  }),
  output: z.object({ liftsAt: z.date() }),
  async run({ trx, actor, input, tools, now, concerning, enqueue }) {
    const running = { trx, tools, now, actor, concerning }
    const { row, asker, provider, answering } = await whoAndWhom(running, await lockCase(trx, input.caseId))
    if (row.kind !== 'restriction' || !(await isRestricting(trx, row)))
      throw new Conflict('not_restricted', m.rights_not_restricted())
    if ((await stepsOf(trx, row)).some((step) => step.kind === 'lifting_told'))
      throw new Conflict('lifting_told', m.rights_lifting_told())
    const liftsAt = new Date(now.getTime() + days * dayMs)
    const to = { locale: row.language }
    const when = {
      heading: m.rights_lifting_title({}, to),
      blocks: [text(m.rights_lifting_until({ day: dayIn(liftsAt, row.language) }, to))],
    }
    const document = answerDocument(answering, [
      when,
      reasonsPart(m.rights_answer_reasons_title({}, to), input.reasons),
    ])
    const sending = { kind: 'lifting', document, reasons: input.reasons, staffId: actor.staffId, by: input.by } as const
    await recordAnswer(trx, tools, { row, person: asker, provider }, sending)
    await addStep(trx, row, 'lifting_told', actor, now)
    await enqueue(liftRestriction, { caseId: row.id }, { key: row.id, runAt: liftsAt })
    return { liftsAt }
  },
})

/** A job, a week after the telling: ends the restriction, if the letter left. If it did not, tries again the next day. */
export const liftRestriction = writeOperation({
  name: 'restriction.lift',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({ lifted: z.boolean() }),
  async run({ trx, actor, input, tools, now, concerning, enqueue }) {
    const row = await findCase(trx, input.caseId)
    if (!row) throw new NotFound('request')
    await lockCase(trx, row.id)
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    const telling = (await answersOf(trx, row)).filter((answer) => answer.kind === 'lifting').at(-1)
    if (!telling || telling.at.getTime() > now.getTime() - days * dayMs + dayMs / 2 || !(await isRestricting(trx, row)))
      return { lifted: false }
    if (!(await hasLeft(trx, row.account_id, telling.letter_id))) {
      await enqueue(liftRestriction, { caseId: row.id }, { key: row.id, runAt: new Date(now.getTime() + dayMs) })
      return { lifted: false }
    }
    await lift({ trx, tools, now, actor, concerning }, row)
    return { lifted: true }
  },
})

/** Who asked for a restriction may end it at any time. */
export const endRestriction = writeOperation({
  name: 'restriction.end',
  purpose: 'rights',
  http: 'DELETE /privacy/requests/{caseId}/restriction',
  says: 'End the restriction that you asked for',
  who: { member: 'any', fresh: true },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, tools, now, concerning }) {
    const row = await findCase(trx, input.caseId)
    if (row?.account_id !== actor.accountId || row.person_id !== actor.personId) throw new NotFound('request')
    await lockCase(trx, row.id)
    if (row.kind !== 'restriction' || !(await isRestricting(trx, row)))
      throw new Conflict('not_restricted', m.rights_not_restricted())
    await lift({ trx, tools, now, actor, concerning }, row)
    return {}
  },
})

/** The same to who gave a code. */
export const endRestrictionByPass = writeOperation({
  name: 'restriction.end_by_pass',
  purpose: 'rights',
  who: { visitor: true },
  input: z.strictObject({ pass: linkField }),
  output: z.object({}),
  async run({ trx, actor, input, tools, now, concerning }) {
    const row = await lockCase(trx, (await caseOfPass(trx, input.pass)).id)
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    if (row.kind !== 'restriction' || !(await isRestricting(trx, row)))
      throw new Conflict('not_restricted', m.rights_not_restricted())
    await lift({ trx, tools, now, actor, concerning }, row)
    return {}
  },
})

/** Whoever asked for it twice is free only when both requests are: of the other nothing was told, and nobody ended it. */
async function lift(running: Parameters<typeof whoAndWhom>[0], row: NonNullable<Awaited<ReturnType<typeof findCase>>>) {
  for (const person of await personsOfCase(running.trx, row.id)) {
    if (person.capacity === 'processor') continue
    const { accountId, personId } = person
    running.concerning({ accountId, personIds: [personId] })
    if (await restrictsToo(running.trx, row, person)) continue
    await setLimit(running.trx, { accountId, personId }, { kind: 'lifted' }, running.actor)
  }
  await addStep(running.trx, row, 'lifted', running.actor, running.now)
}

/** Whether another request restricts the same person now. */
async function restrictsToo(db: Db, row: { id: string }, { accountId, personId }: Gathered): Promise<boolean> {
  const { rows } = await sql<{ restricts: boolean }>`select exists (
    select from rights_case_person p
    join rights_case c on c.account_id = p.case_account_id and c.id = p.case_id
    join rights_step s on s.account_id = c.account_id and s.case_id = c.id
    where p.account_id = ${accountId} and p.person_id = ${personId} and c.kind = 'restriction' and c.id <> ${row.id}
    group by c.account_id, c.id having bool_or(s.kind = 'applied') and not bool_or(s.kind = 'lifted')) as restricts`.execute(
    db,
  )
  return rows[0]?.restricts ?? false
}

/** Whether this request restricts now: it took effect and was not lifted since. */
async function isRestricting(db: Db, row: { account_id: string; id: string }): Promise<boolean> {
  const kinds = (await stepsOf(db, row)).map((step) => step.kind)
  return kinds.includes('applied') && !kinds.includes('lifted')
}

/** A letter that a server took, or that lies in the captured mailbox; what was posted by hand has no letter. */
async function hasLeft(db: Db, accountId: string, letterId: string | null): Promise<boolean> {
  if (letterId === null) return true
  const letter = await db
    .selectFrom('letter')
    .select('status')
    .where('account_id', '=', accountId)
    .where('id', '=', letterId)
    .executeTakeFirst()
  // Old letters are removed by their period, long after they left.
  return letter === undefined || letter.status === 'sent' || letter.status === 'captured'
}
