import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { removeUnsent } from './attachment.queries.ts'

const day = 24 * 3600_000
const batch = 200

/** Removes files that were added and never sent. A file that is gone already is passed over, so it may run again. */
export const sweepAttachments = writeOperation({
  name: 'attachment.sweep',
  purpose: 'support',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ removed: z.number() }),
  async run({ trx, tools, now }) {
    const rows = await removeUnsent(trx, new Date(now.getTime() - day), batch)
    for (const { account_id, id } of rows) await tools.files.remove(account_id, id)
    return { removed: rows.length }
  },
})
