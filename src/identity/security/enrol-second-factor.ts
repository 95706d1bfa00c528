import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields, codeField } from '../fields.ts'
import { announce } from '../sign-in/announce.ts'
import { findLogin } from '../sign-in/login.queries.ts'
import { rates } from '../sign-in/rates.ts'
import { endSessions, sessionIdOf } from '../sign-in/session.queries.ts'
import { confirmTwoFactor, findTwoFactor, startTwoFactor } from './second-factor.queries.ts'
import { squareCode } from './square-code.ts'
import { appAddress, isCode, newRecoveryCodes, newSecret, typedSecret } from './totp.rules.ts'

/** Begins with an authenticator app. Until a code of it is typed nothing changes. */
export const startSecondFactor = writeOperation({
  name: 'second_factor.start',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true, firstFactor: true },
  input: z.strictObject({}),
  output: z.object({
    /** For a device on which the app itself runs. */
    address: z.string(),
    /** To be typed into an app that reads no square code. */
    secret: z.string(),
    square: z.object({ size: z.number(), path: z.string() }),
  }),
  async run({ trx, actor, tools, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const login = await findLogin(trx, actor.loginId)
    if (!login) throw new NotFound('login')
    const existing = await findTwoFactor(trx, login.id)
    if (existing?.verified) throw new Conflict('second_factor_exists', m.identity_second_factor_exists())
    // A page that is loaded again shows the same square code: what was scanned the first time stays good.
    const secret = existing ? await tools.signIn.open(existing.secret) : newSecret()
    if (!existing) {
      const codes = await tools.signIn.seal(JSON.stringify(newRecoveryCodes()))
      await startTwoFactor(trx, login.id, await tools.signIn.seal(secret), codes)
    }
    const address = appAddress(secret, tools.signIn.name, login.email)
    return { address, secret: typedSecret(secret), square: squareCode(address) }
  },
})

/** Turns the second factor on with a code of the app. Recovery codes are shown now and never again. */
export const confirmSecondFactor = writeOperation({
  name: 'second_factor.confirm',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true, firstFactor: true },
  input: z.strictObject({ code: codeField, cookie: browserFields.cookie }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  async run({ trx, actor, input, tools, concerning, now }) {
    await tools.signIn.rates.count(rates.codeOfLogin, actor.loginId)
    const started = await findTwoFactor(trx, actor.loginId)
    if (!started || started.verified) throw new NotFound('second factor')
    const secret = await tools.signIn.open(started.secret)
    if (!isCode(secret, input.code, now)) throw new Invalid({ code: m.identity_code_wrong() })
    if (!(await confirmTwoFactor(trx, actor.loginId, started.id))) throw new NotFound('second factor')
    await endSessions(trx, actor.loginId, await sessionIdOf(trx, tools.signIn.sessionToken(input.cookie)))
    await announce({ trx, tools, concerning, now, loginId: actor.loginId, change: 'second_factor_on' })
    return { recoveryCodes: JSON.parse(await tools.signIn.open(started.backup_codes)) as string[] }
  },
})
