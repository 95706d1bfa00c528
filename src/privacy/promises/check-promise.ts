import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'
import type { Finding } from './check.ts'
import { saveFinding } from './promise-check.queries.ts'
import type { PromiseTool } from './promise-tool.ts'

/** Looks once at one need of one promise and writes down what was found. */
export const checkPromise = writeOperation({
  name: 'promise.check',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({ promise: z.string().max(4), need: z.string().max(60) }),
  output: z.object({ outcome: z.enum(['holds', 'fails', 'broken']) }),
  async run({ trx, input, tools, now }) {
    const begun = performance.now()
    const { outcome, figure } = await look(tools.promises, input.promise, input.need)
    const took = Math.round(performance.now() - begun)
    await saveFinding(trx, { ...input, outcome, figure, took, at: now })
    return { outcome }
  },
})

type Outcome = 'holds' | 'fails' | 'broken'

/** A check that cannot look proves nothing: that is written down too, without the error, which may quote data. */
async function look(
  promises: PromiseTool,
  promise: string,
  need: string,
): Promise<{ outcome: Outcome; figure: Finding['figure'] }> {
  try {
    const { holds, figure } = await promises.look(promise, need)
    return { outcome: holds ? 'holds' : 'fails', figure }
  } catch (error) {
    if (error instanceof RangeError) throw error
    const name = error instanceof Error ? error.name : 'Error'
    return {
      outcome: 'broken',
      figure: { ro: `verificarea nu a putut privi (${name})`, en: `the check could not look (${name})` },
    }
  }
}
