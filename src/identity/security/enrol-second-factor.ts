import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields, codeField } from '../fields.ts'
import { announce } from '../sign-in/announce.ts'
import { findLogin } from '../sign-in/login.queries.ts'
import { rates } from '../sign-in/rates.ts'
import { endSessions, sessionIdOf } from '../sign-in/session.queries.ts'
import {
  confirmApp,
  findTwoFactor,
  lockLogin,
  type NewApp,
  startApp,
  type TwoFactorRow,
} from './second-factor.queries.ts'
import { squareCode } from './square-code.ts'
import { appAddress, newRecoveryCodes, newSecret, stepOf, typedSecret } from './totp.rules.ts'

/** The app that is being set up: the first one, or the next one beside the one in use. */
function pendingApp(row: TwoFactorRow | undefined): NewApp | null {
  if (!row) return null
  if (!row.verified) return { secret: row.secret, codes: row.backup_codes }
  return row.next_secret && row.next_backup_codes ? { secret: row.next_secret, codes: row.next_backup_codes } : null
}

/** Begins with an authenticator app, or with another one. Until a code of it is typed nothing changes. */
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
    /** Another app is in use until this one is confirmed. */
    isReplacing: z.boolean(),
  }),
  async run({ trx, actor, tools, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const login = await findLogin(trx, actor.loginId)
    if (!login) throw new NotFound('login')
    await lockLogin(trx, login.id)
    const row = await findTwoFactor(trx, login.id)
    const pending = pendingApp(row)
    // A page that is loaded again shows the same square code: what was scanned the first time stays good.
    const secret = pending ? await tools.signIn.open(pending.secret) : newSecret()
    if (!pending) {
      const codes = await tools.signIn.seal(JSON.stringify(newRecoveryCodes()))
      await startApp(trx, login.id, { secret: await tools.signIn.seal(secret), codes }, row !== undefined)
    }
    const address = appAddress(secret, tools.signIn.name, login.email)
    const isReplacing = row?.verified === true
    return { address, secret: typedSecret(secret), square: squareCode(address), isReplacing }
  },
})

/** Turns the app on, or takes it in place of the one before, by a code of it. Recovery codes are shown this once. */
export const confirmSecondFactor = writeOperation({
  name: 'second_factor.confirm',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true, firstFactor: true },
  input: z.strictObject({ code: codeField, cookie: browserFields.cookie }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  async run({ trx, actor, input, tools, concerning, now }) {
    await tools.signIn.rates.count(rates.codeOfLogin, actor.loginId)
    await lockLogin(trx, actor.loginId)
    const app = pendingApp(await findTwoFactor(trx, actor.loginId))
    if (!app) throw new NotFound('second factor')
    const secret = await tools.signIn.open(app.secret)
    const step = stepOf(secret, input.code, now)
    if (step === null) throw new Invalid({ code: m.identity_code_wrong() })
    await confirmApp(trx, actor.loginId, app, step)
    await endSessions(trx, actor.loginId, await sessionIdOf(trx, tools.signIn.sessionToken(input.cookie)))
    await announce({ trx, tools, concerning, now, loginId: actor.loginId, change: 'second_factor_on' })
    return { recoveryCodes: JSON.parse(await tools.signIn.open(app.codes)) as string[] }
  },
})
