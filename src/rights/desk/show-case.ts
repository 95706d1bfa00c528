import { z } from 'zod'
import { staffNames } from '../../identity/identity.facade.ts'
import { answerClock, canExtend } from '../../privacy/clock/answer-clock.ts'
import { civilDayOf, daysBetween } from '../../privacy/clock/civil-day.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { answersOf, clockFacts, countryOf, findCase, stepsOf } from '../request/case.queries.ts'
import { passedOnOf, personsOfCase } from '../request/persons.queries.ts'
import { requestView, viewRequest } from '../request/request-view.ts'

/** One request as the staff see it: whose data, how it is known who asks, the clock, what is next. */
export const showCase = readOperation({
  name: 'request.show_case',
  purpose: 'rights',
  http: 'GET /rights/requests/{caseId}',
  says: 'One request about data, with its clock and what is next',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ caseId: z.uuid() }),
  output: requestView.extend({
    daysLeft: z.int().nullable(),
    pausedSince: z.date().nullable(),
    pausedDays: z.int(),
    extendableUntil: z.string().nullable(),
    canExtend: z.boolean(),
    /** The restriction stands, and its end was not told yet. */
    canLift: z.boolean(),
    persons: z.array(
      z.object({
        accountId: z.string(),
        personId: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        accountName: z.string(),
        capacity: z.enum(['controller', 'processor']),
        /** As a client's processor: when that client got the request. Null: not yet, or it is ours. */
        passedOnAt: z.date().nullable(),
        asks: z.boolean(),
      }),
    ),
    /** Who of the staff decided each answer, in their order. */
    decidedBy: z.array(z.string().nullable()),
    isErased: z.boolean(),
  }),
  async run({ db, input, now, concerning }) {
    const row = await findCase(db, input.caseId)
    if (!row) throw new NotFound('request')
    const persons = await personsOfCase(db, row.id)
    for (const { accountId, personId } of persons) concerning({ accountId, personIds: [personId] })
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    const steps = await stepsOf(db, row)
    const facts = clockFacts(row, steps, await countryOf(db))
    const clock = answerClock(facts)
    const kinds = steps.map((step) => step.kind)
    const answers = await answersOf(db, row)
    const names = await staffNames(
      db,
      answers.flatMap((answer) => answer.by_staff ?? []),
    )
    const passed = await passedOnOf(db, row.id)
    const open = row.status === 'open'
    return {
      ...(await viewRequest(db, row, row.account_id)),
      daysLeft: open && clock.dueOn !== null ? daysBetween(civilDayOf(now), clock.dueOn) : null,
      pausedSince: open ? clock.pausedSince : null,
      pausedDays: clock.pausedDays,
      extendableUntil: clock.extendableUntil,
      canExtend: open && canExtend(facts, now),
      canLift:
        row.kind === 'restriction' &&
        kinds.includes('applied') &&
        !kinds.includes('lifted') &&
        !kinds.includes('lifting_told'),
      persons: persons.map(({ accountId, personId, name, email, phone, accountName, capacity }) => ({
        accountId,
        personId,
        name,
        email,
        phone,
        accountName,
        capacity,
        passedOnAt: passed.get(personId) ?? null,
        asks: personId === row.person_id,
      })),
      decidedBy: answers.map((answer) => (answer.by_staff ? (names.get(answer.by_staff) ?? null) : null)),
      isErased: !persons.some((one) => one.personId === row.person_id),
    }
  },
})
