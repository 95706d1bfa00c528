import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { browserFields } from '../fields.ts'

/** Ends this browser's session. Harmless without one. */
export const signOut = writeOperation({
  name: 'sign_in.end',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ cookie: browserFields.cookie }),
  output: z.object({ cookies: z.array(z.string()) }),
  async run({ trx, input, tools }) {
    const token = tools.signIn.sessionToken(input.cookie)
    if (token) await trx.deleteFrom('login_session').where('token', '=', token).execute()
    return { cookies: tools.signIn.endedCookies() }
  },
})
