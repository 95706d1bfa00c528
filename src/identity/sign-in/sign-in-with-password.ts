import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields, emailField, passwordField } from '../fields.ts'
import { afterSignIn } from './after-sign-in.ts'
import { signInOutput } from './answer.ts'
import { rates } from './rates.ts'

/** The first step. A wrong password and an unknown address are the same answer, after the same time. */
export const signInWithPassword = writeOperation({
  name: 'sign_in.password',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ email: emailField, password: passwordField, keep: z.boolean(), ...browserFields }),
  output: signInOutput,
  async run({ trx, input, caller, tools, concerning, now }) {
    const { rates: counts } = tools.signIn
    await counts.count(rates.signInFromAddress, caller.address)
    await counts.count(rates.signInOfLogin, input.email)
    const answer = await tools.signIn.withPassword(input)
    if (answer.outcome === 'wrong') return answer
    await counts.forget(rates.signInOfLogin, input.email)
    if (answer.outcome === 'second_factor') return answer
    const { sessionToken, cookies } = answer
    const arrived = await afterSignIn({ trx, tools, sessionToken, now, concerning, ...input })
    return { ...arrived, cookies: arrived.outcome === 'signed_in' ? cookies : [] }
  },
})
