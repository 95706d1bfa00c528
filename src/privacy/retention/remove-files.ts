import { z } from 'zod'
import { writeOperation } from '../operation/operation.ts'

/** A job: removes the content of files whose rows ended. A file that is gone already is passed over. */
export const removeFiles = writeOperation({
  name: 'retention.remove_files',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ files: z.array(z.strictObject({ accountId: z.uuid(), fileId: z.uuid() })).max(500) }),
  output: z.object({ removed: z.int() }),
  async run({ input, tools }) {
    for (const { accountId, fileId } of input.files) await tools.files.remove(accountId, fileId)
    return { removed: input.files.length }
  },
})
