import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields, passwordField } from '../fields.ts'
import { passwordHash } from './login.queries.ts'
import { rates } from './rates.ts'

/** Re-authentication: the person who is signed in types the password again. Good for ten minutes, for this session. */
export const confirmAgain = writeOperation({
  name: 'sign_in.again',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ password: passwordField, cookie: browserFields.cookie }),
  output: z.object({ outcome: z.enum(['confirmed', 'wrong']) }),
  async run({ trx, actor, input, tools, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    await tools.signIn.rates.count(rates.signInOfLogin, actor.loginId)
    const hash = await passwordHash(trx, actor.loginId)
    const token = tools.signIn.sessionToken(input.cookie)
    if (!hash || !token || !(await tools.signIn.matches(hash, input.password))) return { outcome: 'wrong' as const }
    const changed = await trx
      .updateTable('login_session')
      .set({ fresh_at: sql<Date>`now()` })
      .where('token', '=', token)
      .where('login_id', '=', actor.loginId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) return { outcome: 'wrong' as const }
    await tools.signIn.rates.forget(rates.signInOfLogin, actor.loginId)
    return { outcome: 'confirmed' as const }
  },
})
