import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { keyName } from '../fields.ts'
import { announce } from '../sign-in/announce.ts'
import { newAccountToken, newToken } from '../token.ts'
import { keysOf, memberPrefix, staffPrefix } from './api-key.queries.ts'

const mostKeys = 20

/**
 * A key for the API, with the roles of its holder at the time of each call. It is shown in this answer and never again.
 * It ends with its holder's place, or on its day.
 */
export const createApiKey = writeOperation({
  name: 'api_key.create',
  purpose: 'identity',
  who: { member: 'any', staff: 'any', fresh: true },
  input: z.strictObject({ name: keyName, days: z.union([z.literal(30), z.literal(90), z.literal(365)]) }),
  output: z.object({ key: z.string() }),
  async run({ trx, actor, input, tools, concerning, now }) {
    if ((await keysOf(trx, actor)).length >= mostKeys) throw new Conflict('too_many_keys', m.identity_keys_too_many())
    const expires_at = sql<Date>`now() + make_interval(days => ${input.days})`
    const id = newId()
    let key: string
    if (actor.kind === 'member') {
      const { token, hash } = newAccountToken(actor.accountId)
      key = `${memberPrefix}${token}`
      const { accountId: account_id, personId: person_id } = actor
      const values = { account_id, id, person_id, name: input.name, ending: endingOf(key), key_hash: hash, expires_at }
      await trx.insertInto('api_key').values(values).execute()
    } else {
      const { token, hash } = newToken()
      key = `${staffPrefix}${token}`
      const values = {
        id,
        staff_id: actor.staffId,
        name: input.name,
        ending: endingOf(key),
        key_hash: hash,
        expires_at,
      }
      await trx.insertInto('staff_api_key').values(values).execute()
    }
    await announce({ trx, tools, concerning, now, loginId: actor.loginId, change: 'api_key' })
    return { key }
  },
})

/** The last characters, by which a person tells keys apart. The first ones are the account's, the same for all. */
function endingOf(key: string): string {
  return key.slice(-4)
}
