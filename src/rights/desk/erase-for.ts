/** Erasure by request (Art. 17): the plan first, for each person of the address; then it is done and answered in one transaction. */
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { type Counts, countErasable } from '../../privacy/erasure/erase.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { isHeldByLaw } from '../../privacy/retention/hold.queries.ts'
import { answerDocument, reasonsPart } from '../answer/answer-frame.ts'
import { erasureParts, passedOnPart, toldPart } from '../answer/change.answers.ts'
import { recordAnswer, shortestReasons } from '../answer/record-answer.ts'
import { endScope } from '../ending/end-scope.ts'
import { livingOwners, lockAccount } from '../ending/ending.queries.ts'
import { alwaysKept, outcomeOf, outcomeView } from '../ending/ending.rules.ts'
import { finishErasure } from '../ending/finish-erasure.ts'
import { addStep, findCase, recipientsOf } from '../request/case.queries.ts'
import { wordsField } from '../request/fields.ts'
import { closeCase } from '../request/handle-request.ts'
import { type Gathered, personsOfCase } from '../request/persons.queries.ts'
import type { Db } from '../request/request-db.ts'
import { noteRecipients } from '../request/tell-recipients.ts'
import { needIdentity, startDeciding } from './deciding.ts'

const scopes = ['person', 'account'] as const
type Scope = (typeof scopes)[number]

const ways = z.object({ scope: z.enum(scopes), outcome: outcomeView })

export const erasurePlan = readOperation({
  name: 'request.erasure_plan',
  purpose: 'rights',
  http: 'GET /rights/requests/{caseId}/erasure',
  says: 'What an erasure by request would erase, and what a law would keep',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({
    persons: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        accountName: z.string(),
        /** What may be done: a person who is the last owner takes the account along, a prospect always does. */
        ways: z.array(ways),
        held: z.boolean(),
      }),
    ),
  }),
  async run({ db, input, tools, now, concerning }) {
    const row = await findCase(db, input.caseId)
    if (row?.kind !== 'erasure') throw new NotFound('request')
    const ours = (await personsOfCase(db, row.id)).filter((one) => one.capacity === 'controller')
    for (const { accountId, personId } of ours) concerning({ accountId, personIds: [personId] })
    return {
      persons: await Promise.all(
        ours.map(async (person) => ({
          personId: person.personId,
          name: person.name,
          accountName: person.accountName,
          held: await isHeldByLaw(db, person.accountId, person.personId),
          ways: await Promise.all(
            (await scopesFor(db, person)).map(async (scope) => ({
              scope,
              outcome: await outcomeFor(db, tools, person, scope, now),
            })),
          ),
        })),
      ),
    }
  },
})

export const eraseFor = writeOperation({
  name: 'request.erase',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/erasure',
  says: 'Erase what a person asked to have erased, and answer them; cannot be undone',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    caseId: z.uuid(),
    /** Those named are erased, in the scope named; who is left out stays, with reasons. */
    persons: z
      .array(z.strictObject({ personId: z.uuid(), scope: z.enum(scopes) }))
      .min(1)
      .max(50),
    reasons: wordsField
      .refine((words) => words === '' || words.length >= shortestReasons, { error: () => m.rights_expect_reasons() })
      .optional(),
    understood: z.literal('yes', 'yes, to say that it cannot be undone'),
  }),
  output: z.object({ erased: z.number() }),
  async run({ trx, actor, input, tools, now, concerning, enqueue }) {
    const running = { trx, tools, now, actor, concerning }
    const { row, asker, ours, persons, provider, answering } = await startDeciding(running, input.caseId)
    if (row.kind !== 'erasure') throw new Conflict('other_kind', m.rights_other_kind())
    needIdentity(row)
    const chosen = input.persons.map(({ personId, scope }) => {
      const person = ours.find((one) => one.personId === personId)
      if (!person) throw new NotFound('person')
      return { person, scope }
    })
    // Accounts in one order, so that two erasures at once do not wait for each other.
    chosen.sort((a, b) => (a.person.accountId < b.person.accountId ? -1 : 1))
    for (const one of chosen) await mayErase(trx, one.person, one.scope)
    const isWhole = ours.every((one) => chosen.some(({ person }) => person.personId === one.personId))
    const reasons = input.reasons ?? ''
    if (!isWhole && reasons === '') throw new Conflict('reasons', m.rights_expect_reasons())
    await noteRecipients(trx, row, now)
    const outcomes = await Promise.all(
      onceEach(chosen).map(({ person, scope }) => outcomeFor(trx, tools, person, scope, now)),
    )
    const merged = {
      erased: outcomes.flatMap((one) => one.erased),
      kept: [...outcomes.flatMap((one) => one.kept), ...alwaysKept(now)],
    }
    const theirs = persons.filter((one) => one.capacity === 'processor')
    const document = answerDocument(answering, [
      ...erasureParts(merged, row.language),
      toldPart(await recipientsOf(trx, row), row.language),
      ...(theirs.length > 0 ? [passedOnPart(theirs, row.language)] : []),
      ...(reasons ? [reasonsPart(m.rights_answer_reasons_title({}, { locale: row.language }), reasons)] : []),
    ])
    const kind = isWhole ? 'answer' : 'partial'
    const sending = { kind, document, reasons, staffId: actor.staffId, by: 'receipt' } as const
    const answerId = await recordAnswer(trx, tools, { row, person: asker, provider }, sending)
    await addStep(trx, row, 'applied', actor, now)
    await closeCase(running, row, isWhole ? 'done' : 'partly', answerId)
    const by = { kind: 'staff', id: actor.staffId } as const
    const proven = new Set(chosen.map(({ person }) => person.personId))
    for (const { person, scope } of onceEach(chosen)) {
      const which = { accountId: person.accountId, personId: scope === 'account' ? null : person.personId }
      const ended = await endScope(trx, tools, which, by, proven)
      concerning({ accountId: person.accountId, personIds: ended.persons })
      await enqueue(
        finishErasure,
        { accountId: person.accountId, erasureId: ended.erasureId },
        { key: ended.erasureId },
      )
    }
    return { erased: chosen.length }
  },
})

/** An account that goes whole goes once, however many persons of the address it has. */
function onceEach<C extends { readonly person: Gathered; readonly scope: Scope }>(chosen: readonly C[]): C[] {
  const whole = new Set<string>()
  return chosen.filter(({ person, scope }) => {
    if (whole.has(person.accountId)) return false
    if (scope === 'account') whole.add(person.accountId)
    return true
  })
}

async function scopesFor(db: Db, person: Gathered): Promise<readonly Scope[]> {
  if (person.accountKind === 'prospect') return ['account']
  const owners = await livingOwners(db, person.accountId)
  return owners.length === 1 && owners[0] === person.personId ? ['account'] : ['person']
}

async function mayErase(trx: Parameters<typeof lockAccount>[0], person: Gathered, scope: Scope): Promise<void> {
  if (!(await lockAccount(trx, person.accountId))) throw new Conflict('already_ended')
  const held = await isHeldByLaw(trx, person.accountId, scope === 'account' ? null : person.personId)
  if (held) throw new Conflict('legal_hold', m.rights_legal_hold())
  if (!(await scopesFor(trx, person)).includes(scope)) throw new Conflict('scope', m.rights_other_scope())
}

async function outcomeFor(db: Db, tools: Tools, person: Gathered, scope: Scope, now: Date) {
  const personId = scope === 'account' ? null : person.personId
  const { done, kept } = await countErasable(db, tools.maps, { accountId: person.accountId, personId })
  const rows: Counts = { ...done, ...kept }
  return outcomeOf(tools.maps, scope, rows, now)
}
