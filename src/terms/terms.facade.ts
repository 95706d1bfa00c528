/** The terms in force, for whoever has them accepted, under a purpose that may read terms_version. */
import { type QueryExecutorProvider, sql } from 'kysely'

export interface CurrentTerms {
  readonly id: string
  readonly number: number
  readonly version: string
  readonly text_ro: string
  readonly text_en: string
  readonly hash: string
  readonly published_at: Date
}

/** The newest version; undefined until the first was published. */
export async function currentTerms(db: QueryExecutorProvider): Promise<CurrentTerms | undefined> {
  const { rows } = await sql<CurrentTerms>`
    select id, number, version, text_ro, text_en, hash, published_at from terms_version order by number desc limit 1`.execute(
    db,
  )
  return rows[0]
}
