import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'
import { sweepPromises } from './sweep-promises.ts'

/** Asks for all checks to be run now; the findings appear as they come in. */
export const recheckPromises = writeOperation({
  name: 'promise.recheck',
  purpose: 'legal',
  http: 'POST /promises/recheck',
  says: 'Runs the checks of all promises now.',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({ asked: z.literal(true) }),
  async run({ enqueue }) {
    await enqueue(sweepPromises, {}, { key: 'now' })
    return { asked: true as const }
  },
})
