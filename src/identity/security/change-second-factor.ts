import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { NotFound, Refused } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { announce } from '../sign-in/announce.ts'
import { endTwoFactor, findTwoFactor } from './second-factor.queries.ts'
import { isStaffLogin } from './staff-login.ts'
import { newRecoveryCodes } from './totp.rules.ts'

/** New recovery codes; the old ones stop working. Shown once. */
export const renewRecoveryCodes = writeOperation({
  name: 'second_factor.renew_codes',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true },
  input: z.strictObject({}),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
  async run({ trx, actor, tools, concerning }) {
    if (actor.kind === 'member') concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const existing = await findTwoFactor(trx, actor.loginId)
    if (!existing?.verified) throw new NotFound('second factor')
    const recoveryCodes = newRecoveryCodes()
    const sealed = await tools.signIn.seal(JSON.stringify(recoveryCodes))
    await trx.updateTable('login_two_factor').set({ backup_codes: sealed }).where('id', '=', existing.id).execute()
    return { recoveryCodes }
  },
})

/** Turns the app off. Staff cannot: a password alone would let them in. They can move to another app without a gap. */
export const endSecondFactor = writeOperation({
  name: 'second_factor.end',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true },
  input: z.strictObject({}),
  output: z.object({}),
  async run({ trx, actor, tools, concerning, now }) {
    if (await isStaffLogin(trx, actor.loginId)) throw new Refused('last_factor', m.identity_last_factor())
    if (!(await endTwoFactor(trx, actor.loginId))) throw new NotFound('second factor')
    await announce({ trx, tools, concerning, now, loginId: actor.loginId, change: 'second_factor_off' })
    return {}
  },
})
