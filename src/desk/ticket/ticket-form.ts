import { z } from 'zod'
import { notice, noticeOf } from '../../privacy/notice/notice-of.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { articleData } from '../article/article.data.ts'
import { attachmentData } from '../attachment/attachment.data.ts'
import { playbookData } from '../playbook/playbook.data.ts'
import { messageData } from './message.data.ts'
import { ticketData } from './ticket.data.ts'
import { staffMayAnswer } from './ticket.rules.ts'

/** What the forms of the desk say beside their fields. */
export const ticketForm = readOperation({
  name: 'ticket.form',
  purpose: 'support',
  who: { member: 'any', staff: staffMayAnswer },
  input: z.strictObject({}),
  output: z.object({
    notices: z.object({ subject: notice, body: notice, files: notice, playbook: notice, article: notice }),
  }),
  async run({ caller }) {
    const asking = { purpose: 'support', locale: caller.locale ?? 'ro', promise: 4 } as const
    return {
      notices: {
        subject: noticeOf(ticketData, 'subject', asking),
        body: noticeOf(messageData, 'body', asking),
        files: noticeOf(attachmentData, 'name', asking),
        playbook: noticeOf(playbookData, 'never', { ...asking, promise: 10 }),
        article: noticeOf(articleData, 'body', { ...asking, promise: 18 }),
      },
    }
  },
})
