import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields, codeField } from '../fields.ts'
import { afterSignIn } from './after-sign-in.ts'
import { signInOutput } from './answer.ts'
import { rates } from './rates.ts'

/** The second step: a code of the app, or one of the recovery codes. After five wrong codes the first step starts again. */
export const signInWithCode = writeOperation({
  name: 'sign_in.code',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ code: codeField, kind: z.enum(['app', 'recovery']), keep: z.boolean(), ...browserFields }),
  output: signInOutput,
  async run({ trx, input, caller, tools, concerning, now }) {
    await tools.signIn.rates.count(rates.signInFromAddress, caller.address)
    const code = input.kind === 'app' ? input.code.replaceAll(/\s/g, '') : input.code
    const answer = await tools.signIn.withCode({ ...input, code })
    if (answer.outcome !== 'signed_in') return answer
    const { sessionToken, cookies } = answer
    const arrived = await afterSignIn({ trx, tools, sessionToken, now, concerning, ...input })
    return { ...arrived, cookies: arrived.outcome === 'signed_in' ? cookies : [] }
  },
})
