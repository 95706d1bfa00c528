import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { authorOf } from '../author.ts'
import { accountFor } from '../clients/account-for.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { fileContent, fileName, largestFileBody } from './content.ts'
import { takeIn } from './take-in.ts'

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
    name: fileName,
    content: fileContent,
  }),
  output: z.object({ attachmentId: z.string(), name: z.string(), sizeBytes: z.number() }),
  async run({ trx, actor, input, tools, concerning }) {
    const accountId = await accountFor(trx, actor, input.accountId)
    const by = authorOf(actor)
    concerning({ accountId, personIds: by.side === 'client' ? [by.personId] : [] })
    return await takeIn(trx, tools, { accountId, by, name: input.name, content: input.content })
  },
})
