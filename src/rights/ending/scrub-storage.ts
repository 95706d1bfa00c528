import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'

/**
 * A job: a deleted row's bytes stay in PostgreSQL's files until something is written over them. This rewrites the files
 * that an erasure left them in. It reads nothing, so it takes no transaction with it.
 */
export const scrubStorage = readOperation({
  name: 'erasure.scrub',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ tables: z.number() }),
  async run({ tools }) {
    return { tables: tools.scrub ? await tools.scrub() : 0 }
  },
})
