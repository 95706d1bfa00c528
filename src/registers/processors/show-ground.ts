import { z } from 'zod'
import { staffNames } from '../../identity/identity.facade.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { findGround, listEntries, stepsOf } from './processor.queries.ts'
import { entryView, groundView, stepView, viewEntry, viewGround, viewSteps } from './register.view.ts'

/** One ground, who rests on it, and what happened to it. */
export const showGround = readOperation({
  name: 'transfer_ground.show',
  purpose: 'legal',
  http: 'GET /transfer-grounds/{groundId}',
  says: 'One ground for transfers, who rests on it, and its history',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ groundId: z.uuid() }),
  output: z.object({ ground: groundView, resting: z.array(entryView), steps: z.array(stepView) }),
  async run({ db, input: { groundId }, now }) {
    const row = await findGround(db, groundId)
    const steps = await stepsOf(db, 'ground_id', groundId)
    const names = await staffNames(
      db,
      steps.flatMap(({ by_staff }) => by_staff ?? []),
    )
    const resting = (await listEntries(db)).filter(({ ground_id }) => ground_id === groundId)
    return {
      ground: viewGround(row, civilDayOf(now)),
      resting: resting.map((one) => viewEntry(one, [row])),
      steps: viewSteps(steps, names),
    }
  },
})
