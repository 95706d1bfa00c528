import type { IdentityDb } from '../sign-in/session.queries.ts'

/** Whether a login has a place in the staff today, also while it acts as a client's member. */
export async function isStaffLogin(db: IdentityDb, loginId: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('login_id', '=', loginId)
    .where('joined_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
