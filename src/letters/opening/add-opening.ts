import { sql } from 'kysely'
import { linkTokens } from '../../identity/identity.facade.ts'
import { newId } from '../../platform/database/id.ts'
import type { LetterDb, SendableRow } from '../letter.queries.ts'

/**
 * The path of an image that no other letter has, for a person who agreed to be told of when they open letters; null for
 * everybody else: their letters have no image.
 */
export async function addOpening(db: LetterDb, letter: SendableRow): Promise<string | null> {
  const { account_id, person_id } = letter
  if (!account_id || !person_id) return null
  const agreed = await sql<{ limited: boolean }>`
    select base.is_limited(${account_id}::uuid, ${person_id}::uuid, 'openings') as limited`.execute(db)
  if (agreed.rows[0]?.limited !== false) return null
  const { token, hash } = linkTokens.newAccountToken(account_id)
  await db
    .insertInto('letter_opening')
    .values({ account_id, id: newId(), person_id, letter_id: letter.id, token_hash: hash })
    .execute()
  return `/opened/${token}`
}
