import type { Subject } from '../privacy/held/held-rows.ts'
import type { MemberActor } from '../privacy/operation/actor.ts'

/** Whose data a member may see: their own, and as an owner what the account holds about nobody in particular. */
export function subjectOf(actor: MemberActor): Subject {
  return {
    accountId: actor.accountId,
    personId: actor.personId,
    loginId: actor.loginId,
    owner: actor.roles.includes('owner'),
  }
}
