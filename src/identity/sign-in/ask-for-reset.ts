import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { emailField } from '../fields.ts'
import { resetLetter } from '../identity.letters.ts'
import { concernOf, findLoginByEmail, recipientOf } from './login.queries.ts'
import { rates } from './rates.ts'
import { newResetLink } from './reset-link.ts'

/** Sends a link for a new password, if the address signs in here. The answer never tells. A newer link ends older ones. */
export const askForReset = writeOperation({
  name: 'password.ask_for_reset',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ email: emailField }),
  output: z.object({}),
  async run({ trx, input, caller, tools, concerning }) {
    await tools.signIn.rates.count(rates.lettersFromAddress, caller.address)
    await tools.signIn.rates.count(rates.lettersToLogin, input.email)
    const login = await findLoginByEmail(trx, input.email)
    const recipient = login ? await recipientOf(trx, login.id) : null
    if (!login || !recipient) return {}
    concerning(concernOf(recipient))
    const url = await newResetLink(trx, login.id, tools.signIn.origin)
    const words = resetLetter(recipient.language, { name: recipient.name, url })
    await tools.letters.post(trx, { ...recipient, kind: 'password_reset', words })
    return {}
  },
})
