import { type Kysely, sql } from 'kysely'
import type { For } from '../../privacy/map/types.ts'

type Self = Kysely<For<'self'>>

export interface Look {
  readonly seq: string
  readonly at: Date
  readonly actor_kind: 'visitor' | 'member' | 'staff' | 'system'
  readonly actor_id: string | null
  readonly purpose: string
  readonly operation: string
  readonly via: string
}

/** Entries of the access log that touched a person's data, newest first, page by number. Refusals touched nothing. */
export async function looksAt(
  db: Self,
  personId: string,
  { own, before, size }: { own: boolean; before: string | null; size: number },
): Promise<Look[]> {
  return await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'actor_kind', 'actor_id', 'purpose', 'operation', 'via'])
    .where(sql<boolean>`subjects @> array[${personId}::uuid]`)
    .where('outcome', '=', 'done')
    .$if(!own, (query) => query.where(sql<boolean>`actor_id is distinct from ${personId}::uuid`))
    .$if(before !== null, (query) => query.where('seq', '<', before ?? ''))
    .orderBy('seq', 'desc')
    .limit(size)
    .execute()
}

export async function staffNames(db: Self, personId: string, looks: readonly Look[], since: Date) {
  const ids = [...new Set(looks.filter((look) => look.actor_kind === 'staff').flatMap((look) => look.actor_id ?? []))]
  const staff =
    ids.length === 0
      ? []
      : await db.selectFrom('staff').select(['id', 'name', 'roles']).where('id', 'in', ids).execute()
  const recent = await db
    .selectFrom('audit_entry')
    .select(sql<number>`count(distinct actor_id)::integer`.as('people'))
    .where(sql<boolean>`subjects @> array[${personId}::uuid]`)
    .where('outcome', '=', 'done')
    .where('actor_kind', '=', 'staff')
    .where('at', '>', since)
    .executeTakeFirst()
  return { names: new Map(staff.map((one) => [one.id, one])), recent: recent?.people ?? 0 }
}
