import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields } from '../fields.ts'
import { afterSignIn } from './after-sign-in.ts'
import { signInOutput } from './answer.ts'
import { rates } from './rates.ts'

/** What a passkey is asked. The question lies behind a cookie for five minutes and can be answered once. */
export const askPasskey = writeOperation({
  name: 'sign_in.passkey_question',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({}),
  output: z.object({ question: z.unknown(), cookies: z.array(z.string()) }),
  async run({ caller, tools }) {
    await tools.signIn.rates.count(rates.signInFromAddress, caller.address)
    return await tools.signIn.passkeyQuestion({})
  },
})

/** Signs in with a passkey. It stands for both factors, as the device checks who holds it. */
export const signInWithPasskey = writeOperation({
  name: 'sign_in.passkey',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ answer: z.record(z.string(), z.unknown()), keep: z.boolean(), ...browserFields }),
  output: signInOutput,
  async run({ trx, input, caller, tools, concerning, now }) {
    await tools.signIn.rates.count(rates.signInFromAddress, caller.address)
    const answer = await tools.signIn.withPasskey(input)
    if (answer.outcome !== 'signed_in') return answer
    const { sessionToken, cookies } = answer
    const arrived = await afterSignIn({ trx, tools, sessionToken, now, concerning, ...input })
    return { ...arrived, cookies: arrived.outcome === 'signed_in' ? cookies : [] }
  },
})
