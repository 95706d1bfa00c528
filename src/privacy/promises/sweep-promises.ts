import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'
import { checkPromise } from './check-promise.ts'

/** Sends every registered check out, each as a job of its own: one that hangs or fails holds up no other. */
export const sweepPromises = writeOperation({
  name: 'promise.sweep',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ sent: z.int() }),
  async run({ enqueue, tools }) {
    for (const { promise, need } of tools.promises.checks) {
      await enqueue(checkPromise, { promise, need }, { key: `${promise} ${need}` })
    }
    return { sent: tools.promises.checks.length }
  },
})
