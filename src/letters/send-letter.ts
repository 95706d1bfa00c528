import { z } from 'zod'
import { html, plainText } from '../platform/mail/letter-words.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { openRecipient } from '../registers/recipients.facade.ts'
import { findLetter, isUnwanted, lockLetter, settleLetter, unwanted } from './letter.queries.ts'
import { addOpening } from './opening/add-opening.ts'

/**
 * A job: gives a letter to the mail server, or leaves it in the captured mailbox when there is none. While nobody who
 * carries mail is enabled for the letter's purpose, it waits with its words, and goes when somebody is.
 */
export const sendLetter = writeOperation({
  name: 'letter.send',
  purpose: 'identity',
  who: { system: true },
  input: z.strictObject({ letterId: z.uuid(), accountId: z.uuid().nullable() }),
  output: z.object({ status: z.enum(['sent', 'waiting', 'captured', 'failed', 'gone']) }),
  async run({ trx, input, tools, concerning }) {
    await lockLetter(trx, input.letterId, input.accountId)
    const letter = await findLetter(trx, input.letterId, input.accountId)
    if (!letter?.sealed || letter.status !== 'queued') return { status: 'gone' as const }
    concerning({ accountId: input.accountId, personIds: letter.person_id ? [letter.person_id] : [] })
    if (await isUnwanted(trx, letter)) {
      await settleLetter(trx, letter, 'failed', { failure: unwanted })
      return { status: 'failed' as const }
    }
    const provider = await trx.selectFrom('provider').select(['name', 'address', 'privacy_email']).executeTakeFirst()
    const { server } = tools.letters
    if (!server || !provider) {
      await settleLetter(trx, letter, 'captured')
      return { status: 'captured' as const }
    }
    const carrier = await openRecipient(trx, 'mail', letter.purpose)
    if (!carrier) {
      await settleLetter(trx, letter, 'waiting')
      return { status: 'waiting' as const }
    }
    const { to, words } = await tools.letters.open({ ...letter, sealed: letter.sealed })
    const frame = { language: letter.language, footer: [provider.name, provider.address, provider.privacy_email] }
    const image = await addOpening(trx, letter)
    const seen = image ? { ...frame, image: tools.signIn.origin + image } : frame
    try {
      await server.send({
        messageId: letter.id,
        from: { name: provider.name, address: provider.privacy_email },
        to,
        subject: words.subject,
        text: plainText(words, frame),
        html: html(words, seen),
      })
    } catch (error) {
      const code = permanentRefusal(error)
      if (code === null) throw error
      await settleLetter(trx, letter, 'failed', { failure: code, carrier })
      return { status: 'failed' as const }
    }
    await settleLetter(trx, letter, 'sent', { carrier })
    return { status: 'sent' as const }
  },
})

/** The code of a refusal that trying again will not change (5xx); null for anything else. */
function permanentRefusal(error: unknown): string | null {
  const code = (error as { responseCode?: unknown }).responseCode
  return typeof code === 'number' && code >= 500 && code < 600 ? `smtp ${code}` : null
}
