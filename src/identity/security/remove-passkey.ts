import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { NotFound, Refused } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { announce } from '../sign-in/announce.ts'
import { findTwoFactor, lockLogin, passkeysOf } from './second-factor.queries.ts'
import { isStaffLogin } from './staff-login.ts'

/** Forgets a passkey. Staff keep at least one second factor. */
export const removePasskey = writeOperation({
  name: 'passkey.remove',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true },
  input: z.strictObject({ passkeyId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, tools, concerning, now }) {
    await lockLogin(trx, actor.loginId)
    const passkeys = await passkeysOf(trx, actor.loginId)
    if (!passkeys.some((one) => one.id === input.passkeyId)) throw new NotFound('passkey')
    const app = await findTwoFactor(trx, actor.loginId)
    if (passkeys.length === 1 && !app?.verified && (await isStaffLogin(trx, actor.loginId))) {
      throw new Refused('last_factor', m.identity_last_factor())
    }
    await trx
      .deleteFrom('login_passkey')
      .where('login_id', '=', actor.loginId)
      .where('id', '=', input.passkeyId)
      .execute()
    await announce({ trx, tools, concerning, now, loginId: actor.loginId, change: 'passkey_removed' })
    return {}
  },
})
