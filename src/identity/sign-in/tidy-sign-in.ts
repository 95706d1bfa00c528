import { sql } from 'kysely'
import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'

/** A job, daily: sessions, questions, links and counts that have run out are removed. */
export const tidySignIn = writeOperation({
  name: 'sign_in.tidy',
  purpose: 'identity',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({}),
  async run({ trx, tools }) {
    const over = sql<Date>`now()`
    await trx.deleteFrom('login_session').where('expires_at', '<', over).execute()
    await trx.deleteFrom('login_verification').where('expires_at', '<', over).execute()
    await trx.deleteFrom('login_link').where('expires_at', '<', over).execute()
    await trx.deleteFrom('login_device').where('last_seen_at', '<', sql<Date>`now() - interval '1 year'`).execute()
    await tools.signIn.rates.tidy()
    return {}
  },
})
