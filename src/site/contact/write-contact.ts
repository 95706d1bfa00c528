import { z } from 'zod'
import { openTicketFromVisitor } from '../../desk/desk.facade.ts'
import { accountForVisitor, contactFields } from '../../identity/identity.facade.ts'
import { readNotice, recordNotice } from '../../privacy/notice/record-notice.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { contactRates } from './contact.rates.ts'
import { contactNotice } from './contact-notices.ts'
import { subjectOf } from './subject-of.ts'
import { visitorFields } from './visitor-fields.ts'

/**
 * A message from who has no account (P16, P39). It opens a conversation under an account of kind prospect and answers the
 * token of its status link, which is shown once. Whether the e-mail address is known here cannot be learnt from the answer.
 */
export const writeContact = writeOperation({
  name: 'contact.write',
  purpose: 'support',
  http: 'POST /contact',
  says: 'Writes to the provider without an account. The token opens the conversation and is shown once.',
  who: { visitor: true },
  input: z.strictObject({
    name: contactFields.personName,
    email: contactFields.emailField,
    phone: contactFields.phoneField.optional(),
    ...visitorFields,
  }),
  output: z.object({ token: z.string() }),
  async run({ trx, input, caller, tools, concerning, enqueue }) {
    await tools.signIn.rates.count(contactRates.fromAddress, caller.address)
    const served = readNotice(input.notice, contactNotice(input.language))
    await tools.signIn.rates.count(contactRates.byEmail, input.email)
    const { accountId, personId } = await accountForVisitor(trx, input)
    concerning({ accountId, personIds: [personId] })
    const opened = {
      accountId,
      personId,
      subject: subjectOf(input.message),
      body: input.message,
      channel: 'form' as const,
    }
    if (served) {
      const path = `/${input.language}/contact`
      await recordNotice(
        trx,
        { accountId, personId },
        { form: 'contact', text: served, language: input.language, path },
      )
    }
    const begun =
      (await openTicketFromVisitor(trx, { ...opened, sendingId: input.sendingId }, enqueue)) ??
      (await openTicketFromVisitor(trx, opened, enqueue))
    if (!begun) throw new Error('a form without an id was sent before')
    return { token: begun.token }
  },
})
