import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { html, plainText } from '../../platform/mail/letter-words.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { findErasure, findProvider, removeNotices } from './erasure.queries.ts'
import { openNotice } from './notice.ts'
import { receiptLetter } from './receipt.letter.ts'
import { receiptOf } from './receipt.ts'

/**
 * A job: sends the receipt to an address that exists nowhere else any more, and forgets the address. Without a mail
 * server the letter is only noted: a copy would hold the very address that was to be erased. What stays in the outbox
 * either way is that a receipt went, and when.
 */
export const sendReceipt = writeOperation({
  name: 'erasure.send_receipt',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), erasureId: z.uuid(), noticeId: z.uuid() }),
  output: z.object({ status: z.enum(['sent', 'captured', 'gone']) }),
  async run({ trx, input, tools, concerning }) {
    const { accountId, erasureId, noticeId } = input
    const notice = await trx
      .selectFrom('erasure_notice')
      .select(['id', 'sealed', 'language'])
      .where('account_id', '=', accountId)
      .where('id', '=', noticeId)
      .executeTakeFirst()
    const erasure = await findErasure(trx, accountId, erasureId)
    if (!notice || !erasure) return { status: 'gone' as const }
    concerning({ accountId, personIds: erasure.persons })
    const provider = await findProvider(trx)
    const { server } = tools.letters
    const status = server && provider ? ('sent' as const) : ('captured' as const)
    if (server && provider) {
      const { to, receiptToken } = await openNotice(tools, notice)
      const url = `${tools.signIn.origin}/${notice.language}/receipt/${receiptToken}`
      const words = receiptLetter(notice.language, receiptOf(tools.maps, erasure, provider), url)
      const frame = { language: notice.language, footer: [provider.name, provider.address, provider.privacy_email] }
      await server.send({
        messageId: noticeId,
        from: { name: provider.name, address: provider.privacy_email },
        to,
        subject: words.subject,
        text: plainText(words, frame),
        html: html(words, frame),
      })
    }
    await removeNotices(trx, accountId, erasureId, noticeId)
    await trx
      .insertInto('letter')
      .values({
        account_id: accountId,
        id: newId(),
        kind: 'erasure_receipt',
        language: notice.language,
        status,
        sent_at: sql<Date>`now()`,
      })
      .execute()
    return { status }
  },
})
