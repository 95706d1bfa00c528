import { z } from 'zod'
import { fileByLink, openedFile } from '../../desk/desk.facade.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { linkToken } from './link-token.ts'

/** For pages: a file of a conversation, by its link. */
export const openConversationFile = readOperation({
  name: 'conversation.open_file',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: linkToken, attachmentId: z.uuid() }),
  output: openedFile,
  async run({ db, input: { token, attachmentId }, tools, concerning }) {
    const { accountId, personId, addedBy, file } = await fileByLink(db, tools, token, attachmentId)
    concerning({ accountId, personIds: addedBy ? [addedBy] : [personId] })
    return file
  },
})
