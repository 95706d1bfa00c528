import type { PurposeDb } from '../../privacy/map/types.ts'

export interface Asker {
  readonly to: string
  readonly name: string
  readonly language: 'ro' | 'en'
}

/** Where letters to the one of the staff who asked go; null when nobody asked, or they have left since. */
export async function askerOf(db: PurposeDb<'access'>, staffId: string | null): Promise<Asker | null> {
  if (staffId === null) return null
  const row = await db
    .selectFrom('staff')
    .select(['email', 'name', 'language'])
    .where('id', '=', staffId)
    .where('joined_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? { to: row.email, name: row.name, language: row.language } : null
}
