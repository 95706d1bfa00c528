import { z } from 'zod'
import { openTicketFromVisitor } from '../desk/desk.facade.ts'
import { accountForVisitor, contactFields } from '../identity/identity.facade.ts'
import { readNotice, recordNotice } from '../privacy/notice/record-notice.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { contactRates, subjectOf, visitorFields } from '../site/site.facade.ts'
import { chatNotice } from './chat-notice.ts'

const fromAddress = { name: 'chat address', most: 10, seconds: 3600 } as const

/**
 * Begins a conversation in the chat without an account (P4, P39): a name and a message suffice. The token opens it and is
 * shown once. Whether an e-mail address is known here cannot be learnt from the answer.
 */
export const startChat = writeOperation({
  name: 'chat.start',
  purpose: 'support',
  http: 'POST /chat',
  says: 'Begins a conversation in the chat, without an account. The token opens it and is shown once.',
  who: { visitor: true },
  input: z.strictObject({
    name: contactFields.personName,
    email: contactFields.emailField.optional(),
    ...visitorFields,
  }),
  output: z.object({ token: z.string() }),
  async run({ trx, input, caller, tools, concerning, enqueue }) {
    await tools.signIn.rates.count(fromAddress, caller.address)
    const { name, email, message: body, language } = input
    const served = readNotice(input.notice, chatNotice(language))
    if (email) await tools.signIn.rates.count(contactRates.byEmail, email)
    const begin = async (sendingId: string | undefined) => {
      const { accountId, personId } = await accountForVisitor(trx, { name, email, language, sendingId })
      const opened = { accountId, personId, subject: subjectOf(body), body, sendingId, channel: 'chat' as const }
      const begun = await openTicketFromVisitor(trx, opened, enqueue)
      return begun && { accountId, personId, token: begun.token }
    }
    const begun = (await begin(input.sendingId)) ?? (await begin(undefined))
    if (!begun) throw new Error('a form without an id was sent before')
    const { accountId, personId, token } = begun
    concerning({ accountId, personIds: [personId] })
    if (served) {
      const where = { form: 'chat' as const, text: served, language, path: `/${language}/chat` }
      await recordNotice(trx, { accountId, personId }, where)
    }
    return { token }
  },
})
