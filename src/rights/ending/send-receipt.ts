import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { html, plainText } from '../../platform/mail/letter-words.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { openRecipient } from '../../registers/recipients.facade.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { findErasure, removeNotices } from './erasure.queries.ts'
import { openNotice } from './notice.ts'
import { receiptLetter } from './receipt.letter.ts'
import { receiptOf } from './receipt.ts'

const hour = 3_600_000

/**
 * A job: sends the receipt to an address that exists nowhere else any more, and forgets the address. Without a mail
 * server the letter is only noted: a copy would hold the very address that was to be erased. What stays in the outbox
 * either way is that a receipt went, and when. While nobody who carries mail is enabled, it asks again every hour, until
 * the address is forgotten.
 */
export const sendReceipt = writeOperation({
  name: 'erasure.send_receipt',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), erasureId: z.uuid(), noticeId: z.uuid() }),
  output: z.object({ status: z.enum(['sent', 'waiting', 'captured', 'gone']) }),
  async run({ trx, input, tools, now, concerning, enqueue }) {
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
    const carrier = server && provider ? await openRecipient(trx, 'mail', 'rights') : null
    if (server && provider) {
      if (!carrier) {
        await enqueue(sendReceipt, input, { key: noticeId, runAt: new Date(now.getTime() + hour) })
        return { status: 'waiting' as const }
      }
      const { to, receiptToken, recipients } = await openNotice(tools, notice)
      const url = `${tools.signIn.origin}/${notice.language}/receipt/${receiptToken}`
      const words = receiptLetter(notice.language, receiptOf(tools.maps, erasure, provider, []), url, recipients)
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
        carrier,
        sent_at: sql<Date>`now()`,
      })
      .execute()
    return { status }
  },
})
