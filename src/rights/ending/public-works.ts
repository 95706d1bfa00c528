/** What anybody can read of somebody who is about to end an account or leave it, and what becomes of it (P32). */
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { publicStudies } from '../../case-study/case-study.facade.ts'
import type { For } from '../../privacy/map/types.ts'
import { words } from '../words.ts'

export const publicWork = z.object({
  title: words,
  /** Below the language: "/case-studies/0199…". */
  path: z.string(),
  /** `taken_down` with the end; `stays` public, without the name of whoever leaves. */
  becomes: z.enum(['taken_down', 'stays']),
  /** Where it can be taken down before that. */
  removeAt: z.string(),
})
export type PublicWork = z.infer<typeof publicWork>

/** All that is public now of an account, or rests on one person of it. Whatever else gets public joins here. */
export async function publicWorks(
  db: Kysely<For<'rights'>>,
  accountId: string,
  personId: string | null,
): Promise<PublicWork[]> {
  return (await publicStudies(db, accountId, personId)).map(({ id, title, stays }) => ({
    title,
    path: `/case-studies/${id}`,
    becomes: stays ? 'stays' : 'taken_down',
    removeAt: '/desk/privacy/case-studies',
  }))
}
