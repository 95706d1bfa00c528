import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields, passwordField } from '../fields.ts'
import { announce } from '../sign-in/announce.ts'
import { checkPassword } from '../sign-in/check-password.ts'
import { findLogin, passwordHash, setPassword } from '../sign-in/login.queries.ts'
import { rates } from '../sign-in/rates.ts'
import { endSessions, sessionIdOf } from '../sign-in/session.queries.ts'

/** Changes the password of whoever is signed in. Every other session ends. */
export const changePassword = writeOperation({
  name: 'password.change',
  purpose: 'identity',
  who: { member: 'any', staff: 'any' },
  input: z.strictObject({ current: passwordField, password: passwordField, cookie: browserFields.cookie }),
  output: z.object({}),
  async run({ trx, actor, input, tools, concerning, now }) {
    await tools.signIn.rates.count(rates.signInOfLogin, actor.loginId)
    const login = await findLogin(trx, actor.loginId)
    const hash = await passwordHash(trx, actor.loginId)
    if (!login || !hash) throw new NotFound('login')
    if (!(await tools.signIn.matches(hash, input.current))) {
      throw new Invalid({ current: m.identity_password_wrong() })
    }
    checkPassword(input.password, login.email)
    await setPassword(trx, login.id, await tools.signIn.hashPassword(input.password))
    await endSessions(trx, login.id, await sessionIdOf(trx, tools.signIn.sessionToken(input.cookie)))
    await announce({ trx, tools, concerning, now, loginId: login.id, change: 'password' })
    return {}
  },
})
