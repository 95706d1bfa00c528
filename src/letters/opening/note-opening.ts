import { sql } from 'kysely'
import { z } from 'zod'
import { linkTokens } from '../../identity/identity.facade.ts'
import { NothingHappened } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'

/**
 * Somebody's e-mail program asked for the image of a letter. It is noted once, and only while the person agrees: after
 * a withdrawal nothing is, for letters sent before as well. The answer never tells which it was.
 */
export const noteOpening = writeOperation({
  name: 'letter.opened',
  purpose: 'openings',
  who: { visitor: true },
  input: z.strictObject({ token: z.string().max(100) }),
  output: z.object({}),
  async run({ trx, input, concerning }) {
    const read = linkTokens.readAccountToken(input.token)
    if (!read) throw new NothingHappened({})
    const { rows } = await sql<{ person: string | null }>`
      select base.note_opening(${read.accountId}::uuid, ${read.hash}) as person`.execute(trx)
    const person = rows[0]?.person
    // No name, no entry: not even that some letter was opened at this moment.
    if (!person) throw new NothingHappened({})
    concerning({ accountId: read.accountId, personIds: [person] })
    return {}
  },
})
