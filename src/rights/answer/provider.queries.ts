import type { Kysely } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import { officerColumns, officerOf } from '../../privacy/officer/officer.ts'
import type { AnswerProvider } from './answer-frame.ts'

/** Who answers: stands in every answer and receipt. */
export async function findProvider(db: Kysely<For<'rights'>>): Promise<AnswerProvider | undefined> {
  const row = await db
    .selectFrom('provider')
    .select(['name', 'address', 'privacy_email', 'country', ...officerColumns])
    .executeTakeFirst()
  return row && { ...row, officer: officerOf(row) }
}
