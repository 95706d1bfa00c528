import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { staffNames } from '../../identity/identity.facade.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { entryOf, findEntry, groundOf, listGroundRows, stepsOf } from './processor.queries.ts'
import { unready } from './processor.rules.ts'
import { entryView, groundView, stepView, viewEntry, viewGround, viewSteps } from './register.view.ts'

/** One entry with what is still missing, its history, and the grounds to choose from. */
export const showProcessor = readOperation({
  name: 'processor.show',
  purpose: 'legal',
  http: 'GET /processors/{processorId}',
  says: 'One entry of the register of recipients, with its history',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ processorId: z.uuid() }),
  output: z.object({
    entry: entryView,
    /** Fields that keep it from being enabled. */
    missing: z.array(z.string()),
    grounds: z.array(groundView),
    steps: z.array(stepView),
  }),
  async run({ db, input: { processorId }, now }) {
    const row = await findEntry(db, processorId)
    const grounds = await listGroundRows(db)
    const steps = await stepsOf(db, 'processor_id', processorId)
    const names = await staffNames(
      db,
      steps.flatMap(({ by_staff }) => by_staff ?? []),
    )
    const today = civilDayOf(now)
    const ground = grounds.find(({ id }) => id === row.ground_id)
    return {
      entry: viewEntry(row, grounds),
      missing: Object.keys(unready(policy, entryOf(row), ground ? groundOf(ground) : null, today)),
      grounds: grounds.map((one) => viewGround(one, today)),
      steps: viewSteps(steps, names),
    }
  },
})
