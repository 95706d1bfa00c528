/** A request by who is not signed in: by the form or by e-mail. The answer is the same whether the address is known or not. */
import { z } from 'zod'
import { contactFields } from '../../identity/identity.facade.ts'
import { m } from '../../platform/language/words.ts'
import { noticeField, readNotice, recordNotice } from '../../privacy/notice/record-notice.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { writable } from '../../privacy/operation/text-faults.ts'
import { withoutPersonalNumbers } from '../../privacy/personal-number/cnp.ts'
import { findCase } from './case.queries.ts'
import { sendCode } from './code.ts'
import { answerLines } from './equal-answer.ts'
import { kindField, languageField, purposeField, wordsField } from './fields.ts'
import { type Asked, openRequest, refusePurposeFault } from './open-request.ts'
import { personsOfAddress } from './persons.queries.ts'
import { requestRates } from './request.rates.ts'
import { requestNotice } from './request-notices.ts'
import type { Running } from './running.ts'

interface AskedByAddress extends Asked {
  readonly email: string
  readonly route: 'web' | 'mail'
  readonly language: 'ro' | 'en'
  readonly receivedAt: Date
  /** What stood beside the fields, where it came by the form. */
  readonly served?: string | null
}

/** Where the address is on file, the request is noted and a code goes to the address as it is on file. */
async function askByAddress(running: Running, asked: AskedByAddress): Promise<void> {
  const [asker, ...others] = await personsOfAddress(running.trx, asked.email)
  if (asker?.email == null) return
  const { caseId, isNew } = await openRequest(running, { ...asked, persons: [asker, ...others], identity: 'asked' })
  if (asked.served && isNew) {
    const { served: text, language } = asked
    await recordNotice(running.trx, asker, { form: 'request', text, language, path: `/${language}/request` })
  }
  const row = await findCase(running.trx, caseId)
  if (row?.identity === 'asked') await sendCode(running, row, { ...asker, email: asker.email })
}

/** The form for who is not signed in. */
export const askRequest = writeOperation({
  name: 'request.ask',
  purpose: 'rights',
  http: 'POST /requests',
  says: 'Make a request about your data without signing in. A code goes to the address if it is on file; the answer never tells.',
  who: { visitor: true },
  input: z.strictObject({
    email: contactFields.emailField,
    kind: kindField,
    purpose: purposeField.optional(),
    words: wordsField.optional(),
    language: languageField,
    /** The hash of the notice that stood beside the fields, as the form carries it. */
    notice: noticeField,
  }),
  output: z.object({ lines: z.array(z.string()) }),
  async run({ trx, actor, caller, input, tools, now, concerning }) {
    refusePurposeFault(input.kind, input.purpose)
    const served = readNotice(input.notice, requestNotice(input.language))
    await tools.signIn.rates.count(requestRates.fromAddress, caller.address)
    await tools.signIn.rates.count(requestRates.byEmail, input.email)
    await askByAddress(
      { trx, tools, now, actor, concerning },
      {
        ...input,
        purpose: input.purpose ?? null,
        words: input.words ?? '',
        route: 'web',
        receivedAt: now,
        served,
      },
    )
    return { lines: await answerLines(trx, input.language) }
  },
})

/**
 * A request that came by e-mail. The clock runs from when the mail came. Files that came with it are not taken: nobody
 * needs a copy of an identity document; a personal number in the text is removed. Answers the reply to the sender.
 */
export const receiveRequest = writeOperation({
  name: 'request.receive_mail',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({
    email: contactFields.emailField,
    kind: kindField,
    purpose: purposeField.optional(),
    words: z.string().max(100_000),
    language: languageField,
    receivedAt: z.iso.datetime({ offset: true }),
    /** How many files came with the mail. They are not kept. */
    files: z.int().min(0).max(1000),
  }),
  output: z.object({ subject: z.string(), lines: z.array(z.string()) }),
  async run({ trx, actor, input, tools, now, concerning }) {
    refusePurposeFault(input.kind, input.purpose)
    await tools.signIn.rates.count(requestRates.byEmail, input.email)
    const to = { locale: input.language }
    const received = new Date(Math.min(now.getTime(), Date.parse(input.receivedAt)))
    await askByAddress(
      { trx, tools, now, actor, concerning },
      {
        ...input,
        purpose: input.purpose ?? null,
        words: withoutPersonalNumbers(writable(input.words).trim(), m.rights_number_removed({}, to)).slice(0, 4000),
        route: 'mail',
        receivedAt: received,
      },
    )
    const files = input.files > 0 ? [m.rights_files_not_kept({ count: input.files }, to)] : []
    return { subject: m.rights_reply_subject({}, to), lines: [...(await answerLines(trx, input.language)), ...files] }
  },
})
