import { createHash, randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { newId } from '../platform/database/id.ts'

/**
 * The one-time link by which the provider is set up, or null when it is. Each call makes a new one and ends those before
 * it. The token stands behind the #, so that it reaches neither a server's log nor another page; its hash is kept.
 */
export async function setupLink(owner: Pool, origin: string): Promise<string | null> {
  const { rowCount } = await owner.query('select from base.provider limit 1')
  if (rowCount !== 0) return null
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  await owner.query(
    `with old as (delete from base.setup_token where used_at is null)
     insert into base.setup_token (id, token_hash) values ($1, $2)`,
    [newId(), hash],
  )
  return `${origin}/setup#${token}`
}
