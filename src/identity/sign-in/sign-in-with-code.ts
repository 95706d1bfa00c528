import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { browserFields, codeField } from '../fields.ts'
import { findTwoFactor, takeStep } from '../security/second-factor.queries.ts'
import { stepOf } from '../security/totp.rules.ts'
import { afterSignIn } from './after-sign-in.ts'
import { signInOutput } from './answer.ts'
import type { IdentityTrx } from './login.queries.ts'
import { rates } from './rates.ts'
import { findSession } from './session.queries.ts'

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
    if (input.kind === 'app' && !(await isUsedFirst(trx, tools, sessionToken, code, now))) {
      await trx.deleteFrom('login_session').where('token', '=', sessionToken).execute()
      return { outcome: 'wrong' as const, cookies: tools.signIn.endedCookies() }
    }
    const arrived = await afterSignIn({ trx, tools, sessionToken, now, concerning, ...input })
    return { ...arrived, cookies: arrived.outcome === 'signed_in' ? cookies : [] }
  },
})

/** Whether the code of a session just made lets in for the first time. The library that checked it knows no codes of before. */
async function isUsedFirst(
  trx: IdentityTrx,
  tools: Tools,
  sessionToken: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const session = await findSession(trx, sessionToken)
  const factor = session && (await findTwoFactor(trx, session.login_id))
  if (!factor) return false
  const step = stepOf(await tools.signIn.open(factor.secret), code, now)
  return step !== null && (await takeStep(trx, session.login_id, step))
}
