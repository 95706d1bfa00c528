import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields } from '../fields.ts'
import { isStaffLogin } from '../security/staff-login.ts'
import { placesOf } from '../sign-in/session.queries.ts'

/** Chooses in which of a login's accounts this browser acts; null: as staff. Remembered in the session. */
export const switchAccount = writeOperation({
  name: 'account.switch',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ accountId: z.uuid().nullable(), cookie: browserFields.cookie }),
  output: z.object({ home: z.enum(['/desk', '/staff']) }),
  async run({ trx, actor, input, tools, concerning }) {
    const place = (await placesOf(trx, actor.loginId)).find((one) => one.account_id === input.accountId)
    const isStaff = input.accountId === null && (await isStaffLogin(trx, actor.loginId))
    if (!place && !isStaff) throw new NotFound('account')
    if (place) concerning({ accountId: place.account_id, personIds: [place.person_id] })
    const token = tools.signIn.sessionToken(input.cookie)
    if (!token) throw new NotFound('session')
    await trx
      .updateTable('login_session')
      .set({ chosen_account_id: input.accountId })
      .where('token', '=', token)
      .where('login_id', '=', actor.loginId)
      .execute()
    return { home: place ? ('/desk' as const) : ('/staff' as const) }
  },
})
