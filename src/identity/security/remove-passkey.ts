import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { announce } from '../sign-in/announce.ts'

/** Forgets a passkey. Whoever has none signs in with the password, and the second step where it is on. */
export const removePasskey = writeOperation({
  name: 'passkey.remove',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true },
  input: z.strictObject({ passkeyId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, tools, concerning, now }) {
    const gone = await trx
      .deleteFrom('login_passkey')
      .where('login_id', '=', actor.loginId)
      .where('id', '=', input.passkeyId)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) throw new NotFound('passkey')
    await announce({ trx, tools, concerning, now, loginId: actor.loginId, change: 'passkey_removed' })
    return {}
  },
})
