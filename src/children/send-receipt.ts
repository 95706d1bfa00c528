import { z } from 'zod'
import { html, plainText } from '../platform/mail/letter-words.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { receiptLetter } from './children.letters.ts'
import { openReporter } from './reporter.ts'

/**
 * A job: sends the receipt to who asked for one, and forgets the address. Without a mail server it is only noted: a
 * captured copy would hold an address that is to be kept nowhere. The page of the report's link says the same.
 */
export const sendChildReceipt = writeOperation({
  name: 'child_report.send_receipt',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ reportId: z.uuid() }),
  output: z.object({ status: z.enum(['sent', 'noted', 'gone']) }),
  async run({ trx, input: { reportId }, tools, now }) {
    const row = await trx
      .selectFrom('child_report')
      .select(['id', 'number', 'outcome', 'decided_at', 'language', 'reporter'])
      .where('id', '=', reportId)
      .executeTakeFirst()
    if (!row?.reporter || !row.outcome || !row.decided_at) return { status: 'gone' as const }
    const provider = await trx.selectFrom('provider').select(['name', 'address', 'privacy_email']).executeTakeFirst()
    const { server } = tools.letters
    const status = server && provider ? ('sent' as const) : ('noted' as const)
    if (server && provider) {
      const words = receiptLetter(row.language, { number: row.number, outcome: row.outcome, at: row.decided_at })
      const frame = { language: row.language, footer: [provider.name, provider.address, provider.privacy_email] }
      await server.send({
        messageId: reportId,
        from: { name: provider.name, address: provider.privacy_email },
        to: await openReporter(tools, reportId, row.reporter),
        subject: words.subject,
        text: plainText(words, frame),
        html: html(words, frame),
      })
    }
    await trx
      .updateTable('child_report')
      .set({ reporter: null, receipt: status, receipt_at: now })
      .where('id', '=', reportId)
      .execute()
    return { status }
  },
})
