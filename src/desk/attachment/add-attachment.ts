import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { authorOf } from '../author.ts'
import { accountFor } from '../clients/account-for.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { countUnsent, insertAttachment } from './attachment.queries.ts'
import { fileContent, largestFile, largestFileBody } from './content.ts'
import { safeFileName } from './file-name.rules.ts'

/** More than any message may carry, so that a form can be mended, and not enough to fill a disk. */
const mostUnsent = 60

/** Takes a file in, to be sent with the next message. Until then only its giver can use it, and it is removed after a day. */
export const addAttachment = writeOperation({
  name: 'attachment.add',
  purpose: 'support',
  http: 'POST /attachments',
  says: 'Takes a file of at most 10 MiB in, in base64, to be named in the next message.',
  who: { member: 'any', staff: staffMayAnswer },
  largestBody: largestFileBody,
  input: z.strictObject({
    /** Staff say whose ticket it is for. */
    accountId: z.uuid().optional(),
    name: z.string().min(1).max(1_000),
    content: fileContent,
  }),
  output: z.object({ attachmentId: z.string(), name: z.string(), sizeBytes: z.number() }),
  async run({ trx, actor, input, tools, concerning }) {
    const accountId = await accountFor(trx, actor, input.accountId)
    const by = authorOf(actor)
    concerning({ accountId, personIds: by.side === 'client' ? [by.personId] : [] })
    if ((await countUnsent(trx, accountId, by)) >= mostUnsent) throw new Conflict('too_many_unsent_files')
    const id = newId()
    const name = safeFileName(input.name)
    // The row comes first: a file without a row would never be found again, a row without its file is removed in a day.
    await insertAttachment(trx, { accountId, id, by, name, sizeBytes: input.content.length })
    await tools.files.put({ accountId, fileId: id, content: pieces(input.content), maxBytes: largestFile })
    return { attachmentId: id, name, sizeBytes: input.content.length }
  },
})

async function* pieces(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
