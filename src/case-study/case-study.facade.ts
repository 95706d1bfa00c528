/** What of a client anybody can read, for whoever says what becomes of it. */
import { type Kysely, sql } from 'kysely'
import type { For } from '../privacy/map/types.ts'

export interface PublicStudy {
  readonly id: string
  readonly title: { readonly ro: string; readonly en: string }
  /** Others than the person asked about approve the same words: it stays public without them. */
  readonly stays: boolean
}

/** Texts that are public now and rest on an approval of this person, or of anybody of the account. The newest first. */
export async function publicStudies(
  db: Kysely<For<'rights'>>,
  accountId: string,
  personId: string | null,
): Promise<PublicStudy[]> {
  const rows = await db
    .selectFrom('case_study as s')
    .innerJoin('case_study_approval as a', (join) =>
      join
        .onRef('a.account_id', '=', 's.account_id')
        .onRef('a.study_id', '=', 's.id')
        .onRef('a.text_hash', '=', 's.text_hash'),
    )
    .select(['s.id', 's.title_ro', 's.title_en', 's.written_at', 'a.person_id'])
    .where('s.account_id', '=', accountId)
    .where('s.dropped_at', 'is', null)
    .where('a.decision', '=', 'approved')
    .where('a.withdrawn_at', 'is', null)
    .where(sql<boolean>`not base.is_limited(a.account_id, a.person_id, 'case_studies')`)
    .orderBy('s.written_at', 'desc')
    .execute()
  const resting = rows.filter((row) => personId === null || row.person_id === personId)
  return [...new Map(resting.map((row) => [row.id, row])).values()].map((row) => ({
    id: row.id,
    title: { ro: row.title_ro, en: row.title_en },
    stays: personId !== null && rows.some((other) => other.id === row.id && other.person_id !== personId),
  }))
}
