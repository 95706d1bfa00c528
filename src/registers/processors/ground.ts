import { z } from 'zod'
import { releaseLetters } from '../../letters/letters.facade.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { Conflict, Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { closeGate } from './gate.ts'
import { addStep, lockGround } from './processor.queries.ts'
import { isReviewDay } from './processor.rules.ts'
import { groundKinds } from './transfer-ground.data.ts'

/** Enters a ground on which data may be where it goes: a decision, clauses, binding rules. */
export const addGround = writeOperation({
  name: 'transfer_ground.add',
  purpose: 'legal',
  http: 'POST /transfer-grounds',
  says: 'Enter a ground for transfers, with the day from which it holds and the day of its next review',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({
    kind: z.enum(groundKinds),
    name: z.string().trim().min(3).max(200),
    validOn: z.iso.date(),
    reviewOn: z.iso.date().nullable(),
  }),
  output: z.object({ groundId: z.uuid() }),
  async run({ trx, actor, input: { kind, name, validOn, reviewOn }, now }) {
    const today = civilDayOf(now)
    const faults = {
      ...(validOn > today ? { validOn: m.registers_expect_not_future() } : {}),
      ...(isReviewDay(kind, reviewOn, today) ? {} : { reviewOn: m.registers_expect_review_ahead() }),
    }
    if (Object.keys(faults).length > 0) throw new Invalid(faults)
    const groundId = newId()
    await trx
      .insertInto('transfer_ground')
      .values({ id: groundId, kind, name, valid_on: validOn, review_on: reviewOn, entered_by: actor.staffId })
      .execute()
    await addStep(trx, { groundId, kind: 'entered', why: name, staffId: actor.staffId })
    return { groundId }
  },
})

/** A ground fell: from this moment nothing goes to any company that rests on it, whatever is in the queue. */
export const invalidateGround = writeOperation({
  name: 'transfer_ground.invalidate',
  purpose: 'legal',
  http: 'POST /transfer-grounds/{groundId}/invalidate',
  says: 'Block every company that rests on a ground that fell, at once',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ groundId: z.uuid(), why: z.string().trim().min(3).max(500) }),
  output: z.object({ blocked: z.int() }),
  async run({ trx, actor, input: { groundId, why }, now }) {
    const ground = await lockGround(trx, groundId)
    if (ground.invalid_at) throw new Conflict('invalid', m.registers_ground_invalid_already())
    const resting = await trx
      .selectFrom('processor')
      .select(['recipient', 'enabled_at'])
      .where('ground_id', '=', groundId)
      .execute()
    await closeGate(
      trx,
      resting.map(({ recipient }) => recipient),
    )
    await trx
      .updateTable('transfer_ground')
      .set({ invalid_at: now, invalid_by: actor.staffId, invalid_why: why })
      .where('id', '=', groundId)
      .execute()
    await addStep(trx, { groundId, kind: 'invalidated', why, staffId: actor.staffId })
    return { blocked: resting.filter(({ enabled_at }) => enabled_at).length }
  },
})

/** A ground that was thought to have fallen stands, or was looked at again: whoever rests on it may be sent to once more. */
export const reinstateGround = writeOperation({
  name: 'transfer_ground.reinstate',
  purpose: 'legal',
  http: 'POST /transfer-grounds/{groundId}/reinstate',
  says: 'Say that a ground stands, until its next review',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    groundId: z.uuid(),
    why: z.string().trim().min(3).max(500),
    reviewOn: z.iso.date().nullable(),
  }),
  output: z.object({}),
  async run({ trx, actor, input: { groundId, why, reviewOn }, now, enqueue }) {
    const ground = await lockGround(trx, groundId)
    if (!isReviewDay(ground.kind, reviewOn, civilDayOf(now))) {
      throw new Invalid({ reviewOn: m.registers_expect_review_ahead() })
    }
    await trx
      .updateTable('transfer_ground')
      .set({ invalid_at: null, invalid_by: null, invalid_why: null, review_on: reviewOn })
      .where('id', '=', groundId)
      .execute()
    await addStep(trx, { groundId, kind: 'reinstated', why, staffId: actor.staffId })
    await enqueue(releaseLetters, {}, { key: 'all' })
    return {}
  },
})
