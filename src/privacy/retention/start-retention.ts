import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'
import { sweepRetention } from './sweep-retention.ts'

/** Asks for a run now instead of at night. What it ends cannot be brought back. */
export const startRetention = writeOperation({
  name: 'retention.start',
  purpose: 'rights',
  http: 'POST /retention/runs',
  says: 'End now what is due, as the next nightly run would',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({}),
  output: z.object({ asked: z.literal(true) }),
  async run({ enqueue }) {
    await enqueue(sweepRetention, {}, { key: 'now' })
    return { asked: true as const }
  },
})
