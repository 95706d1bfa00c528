import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { emailField } from '../fields.ts'
import { endTwoFactor } from '../security/second-factor.queries.ts'
import { announce } from './announce.ts'
import { concernOf, findLoginByEmail, recipientOf } from './login.queries.ts'
import { newResetLink } from './reset-link.ts'

/**
 * For whoever holds the server, where no mail leaves or the code app is lost: a link for a new password, and the second
 * factor turned off where that is asked for. The person is told by letter.
 */
export const linkFromServer = writeOperation({
  name: 'password.link_from_server',
  purpose: 'identity',
  who: { system: true },
  input: z.strictObject({ email: emailField, endSecondFactor: z.boolean() }),
  output: z.object({ url: z.string(), secondFactorEnded: z.boolean() }),
  async run({ trx, input, tools, concerning, now }) {
    const login = await findLoginByEmail(trx, input.email)
    if (!login) throw new NotFound('login')
    concerning(concernOf(await recipientOf(trx, login.id)))
    const url = await newResetLink(trx, login.id, tools.signIn.origin)
    const secondFactorEnded = input.endSecondFactor && (await endTwoFactor(trx, login.id))
    if (secondFactorEnded)
      await announce({ trx, tools, concerning, now, loginId: login.id, change: 'second_factor_off' })
    return { url, secondFactorEnded }
  },
})
