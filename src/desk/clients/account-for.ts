import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { Invalid, NotFound } from '../../privacy/operation/errors.ts'
import type { Db } from '../desk-db.ts'

/**
 * The account that a call is about: a member's own, whatever they name; for staff the one that they must name.
 * @throws NotFound for an account that is not theirs or not there, Invalid when staff name none
 */
export async function accountFor(db: Db, actor: MemberActor | StaffActor, named: string | undefined): Promise<string> {
  if (actor.kind === 'member') {
    if (named !== undefined && named !== actor.accountId) throw new NotFound('account')
    return actor.accountId
  }
  if (named === undefined) throw new Invalid({ accountId: 'the account that this is about' })
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('id', '=', named)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!account) throw new NotFound('account')
  return account.id
}
