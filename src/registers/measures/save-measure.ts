import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { addMonths, civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import { Conflict, Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { lockMeasure } from './measure.queries.ts'

const fields = {
  what: z.string().trim().min(3).max(300),
  place: z.string().trim().min(2).max(200),
  everyMonths: z.coerce.number().int().min(1).max(60),
  ownedBy: z.uuid().nullable(),
}

/** Enters an organisational measure. Until somebody has looked at it, it stands as never looked at. */
export const addMeasure = writeOperation({
  name: 'measure.add',
  purpose: 'legal',
  http: 'POST /measures',
  says: 'Enter an organisational measure: what, where, who answers for it, how often it is looked at',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject(fields),
  output: z.object({ measureId: z.uuid() }),
  async run({ trx, actor, input, now }) {
    await mustBeHere(trx, input.ownedBy)
    const measureId = newId()
    const { what, place, everyMonths, ownedBy } = input
    await trx
      .insertInto('measure')
      .values({
        id: measureId,
        what,
        place,
        every_months: everyMonths,
        owned_by: ownedBy,
        entered_by: actor.staffId,
        next_check_on: civilDayOf(now),
      })
      .execute()
    return { measureId }
  },
})

/** Changes what a measure is called, where it is, how often it is looked at and who answers for it. */
export const changeMeasure = writeOperation({
  name: 'measure.change',
  purpose: 'legal',
  http: 'PUT /measures/{measureId}',
  says: 'Change an organisational measure',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ measureId: z.uuid(), ...fields }),
  output: z.object({}),
  async run({ trx, input: { measureId, what, place, everyMonths, ownedBy } }) {
    const row = await lockMeasure(trx, measureId)
    if (row.ended_at) throw new Conflict('ended', m.registers_measure_ended())
    await mustBeHere(trx, ownedBy)
    const next = row.checked_on === null ? row.next_check_on : addMonths(row.checked_on, everyMonths)
    await trx
      .updateTable('measure')
      .set({ what, place, every_months: everyMonths, owned_by: ownedBy, next_check_on: next })
      .where('id', '=', measureId)
      .execute()
    return {}
  },
})

/** Notes that somebody looked at a measure and what they found. The next look is due that many months after this one. */
export const checkMeasure = writeOperation({
  name: 'measure.check',
  purpose: 'legal',
  http: 'POST /measures/{measureId}/checks',
  says: 'Note that a measure was looked at, and what was found',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({
    measureId: z.uuid(),
    outcome: z.enum(['kept', 'faulty']),
    found: z.string().trim().min(3).max(1000),
    // Once more below, by the clock of the transaction: here it is said together with what else is wrong.
    checkedOn: z.iso
      .date()
      .refine((day) => day <= civilDayOf(new Date()), { error: () => m.registers_expect_not_future() }),
  }),
  output: z.object({ nextCheckOn: z.string() }),
  async run({ trx, actor, input: { measureId, outcome, found, checkedOn }, now }) {
    const row = await lockMeasure(trx, measureId)
    if (row.ended_at) throw new Conflict('ended', m.registers_measure_ended())
    if (checkedOn > civilDayOf(now)) throw new Invalid({ checkedOn: m.registers_expect_not_future() })
    if (row.checked_on !== null && checkedOn < row.checked_on) {
      throw new Invalid({ checkedOn: m.registers_expect_after_last({ day: row.checked_on }) })
    }
    await trx
      .insertInto('measure_check')
      .values({ id: newId(), measure_id: measureId, outcome, found, checked_on: checkedOn, checked_by: actor.staffId })
      .execute()
    const nextCheckOn = addMonths(checkedOn, row.every_months)
    await trx
      .updateTable('measure')
      .set({ next_check_on: nextCheckOn, reminded_on: null })
      .where('id', '=', measureId)
      .execute()
    return { nextCheckOn }
  },
})

/** Ends a measure that no longer is one. Its checks stay. */
export const endMeasure = writeOperation({
  name: 'measure.end',
  purpose: 'legal',
  http: 'POST /measures/{measureId}/end',
  says: 'End an organisational measure; its checks stay',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({ measureId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input: { measureId } }) {
    const row = await lockMeasure(trx, measureId)
    if (row.ended_at) throw new Conflict('ended', m.registers_measure_ended())
    await trx
      .updateTable('measure')
      .set({ ended_at: sql<Date>`now()`, ended_by: actor.staffId })
      .where('id', '=', measureId)
      .execute()
    return {}
  },
})

async function mustBeHere(trx: PurposeTrx<'legal'>, staffId: string | null): Promise<void> {
  if (staffId === null) return
  const found = await trx
    .selectFrom('staff')
    .select('id')
    .where('id', '=', staffId)
    .where('joined_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Invalid({ ownedBy: m.registers_expect_staff() })
}
