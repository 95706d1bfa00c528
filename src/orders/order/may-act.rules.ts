/** What a caller may do with an order now: the buttons of its page, and nothing that an operation would refuse. Pure. */
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import {
  canAct,
  checklistMet,
  type ItemState,
  mayAskAgain,
  memberMayOrder,
  type OrderStatus,
  staffMayAccept,
  staffMayWork,
} from './order.rules.ts'
import type { OrderView } from './order.view.ts'

type Act = OrderView['may'][number]

export function mayAct(
  actor: MemberActor | StaffActor,
  status: OrderStatus,
  items: readonly ItemState[],
  feedbackGiven: boolean,
): Act[] {
  const holds = (roles: readonly string[]) => actor.roles.some((role) => roles.includes(role))
  if (actor.kind === 'member') {
    const acts: Act[] = []
    if (holds(memberMayOrder) && canAct('confirm', status, items)) acts.push('confirm')
    if (holds(memberMayOrder) && canAct('cancel', status, items)) acts.push('cancel')
    if (status === 'confirmed' && !feedbackGiven) acts.push('feedback')
    return acts
  }
  const acts: Act[] = []
  if (holds(staffMayAccept) && canAct('accept', status, items)) acts.push('accept')
  if (holds(staffMayWork) && mayStart(status, items)) acts.push('start')
  if (holds(staffMayWork) && canAct('deliver', status, items)) acts.push('deliver')
  if (holds(staffMayAccept) && mayAskAgain(status, items)) acts.push('ask_again')
  if (holds(staffMayAccept) && canAct('decline', status, items)) acts.push('decline')
  return acts
}

/** Complete access is noted on the way when the job did not get to it yet. */
function mayStart(status: OrderStatus, items: readonly ItemState[]): boolean {
  return (status === 'accepted' || status === 'access_given') && checklistMet(items)
}
