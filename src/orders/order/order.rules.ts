/** How an order goes: ordered, accepted, access given, in work, delivered, confirmed. No step is skipped (P43). Pure. */
import { m } from '../../platform/language/words.ts'
import type { MemberRole, StaffRole } from '../../privacy/operation/actor.ts'
import { Conflict } from '../../privacy/operation/errors.ts'

export const orderPath = ['ordered', 'accepted', 'access_given', 'in_work', 'delivered', 'confirmed'] as const
export const orderStatuses = [...orderPath, 'declined', 'cancelled'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** `not_asked`: the order was not accepted yet, so nobody was asked. */
export const itemStates = ['not_asked', 'asked', 'given', 'refused', 'withdrawn', 'expired'] as const
export type ItemState = (typeof itemStates)[number]

export const orderActs = ['accept', 'decline', 'cancel', 'note_access', 'start', 'deliver', 'confirm'] as const
export type OrderAct = (typeof orderActs)[number]

interface Move {
  readonly from: readonly OrderStatus[]
  readonly to: OrderStatus
  readonly needsAccess?: true
}

const beforeWork = ['ordered', 'accepted', 'access_given'] as const

const moves: Readonly<Record<OrderAct, Move>> = {
  accept: { from: ['ordered'], to: 'accepted' },
  decline: { from: beforeWork, to: 'declined' },
  cancel: { from: beforeWork, to: 'cancelled' },
  note_access: { from: ['accepted'], to: 'access_given', needsAccess: true },
  start: { from: ['access_given'], to: 'in_work', needsAccess: true },
  deliver: { from: ['in_work'], to: 'delivered' },
  confirm: { from: ['delivered'], to: 'confirmed' },
}

export function checklistMet(items: readonly ItemState[]): boolean {
  return items.every((state) => state === 'given')
}

export function canAct(act: OrderAct, status: OrderStatus, items: readonly ItemState[]): boolean {
  const move = moves[act]
  return move.from.includes(status) && (!move.needsAccess || checklistMet(items))
}

/**
 * The status after an act.
 * @throws Conflict 'order_status' when the order is not where the act starts, 'access_missing' when access is not given
 */
export function statusAfter(act: OrderAct, status: OrderStatus, items: readonly ItemState[]): OrderStatus {
  const move = moves[act]
  if (!move.from.includes(status)) throw new Conflict('order_status', m.orders_problem_status())
  if (!canAct(act, status, items)) throw new Conflict('access_missing', m.orders_problem_access_missing())
  return move.to
}

/** Whether something on the list is missing that the client was asked for and will not give unless asked again. */
export function mayAskAgain(status: OrderStatus, items: readonly ItemState[]): boolean {
  return (
    (status === 'accepted' || status === 'access_given') &&
    items.some((state) => state !== 'given' && state !== 'asked')
  )
}

export function isOver(status: OrderStatus): boolean {
  return status === 'confirmed' || status === 'declined' || status === 'cancelled'
}

/** Who must do what now; null when nobody must do anything. */
export interface Duty {
  readonly who: 'client' | 'provider'
  readonly what: 'accept' | 'give_access' | 'start' | 'deliver' | 'confirm' | 'feedback'
}

export function dutyOf(status: OrderStatus, items: readonly ItemState[], feedbackGiven: boolean): Duty | null {
  if (status === 'ordered') return { who: 'provider', what: 'accept' }
  if (status === 'accepted' || status === 'access_given') {
    return checklistMet(items) ? { who: 'provider', what: 'start' } : { who: 'client', what: 'give_access' }
  }
  if (status === 'in_work') return { who: 'provider', what: 'deliver' }
  if (status === 'delivered') return { who: 'client', what: 'confirm' }
  return status === 'confirmed' && !feedbackGiven ? { who: 'client', what: 'feedback' } : null
}

/** Orders bind the company, so a person who only sees bills may neither place nor end nor confirm one. */
export const memberMayOrder = ['owner', 'technical'] as const satisfies readonly MemberRole[]
/** Who decides whether an order is taken on. */
export const staffMayAccept = ['owner', 'sales', 'technician'] as const satisfies readonly StaffRole[]
/** Who works on orders. */
export const staffMayWork = ['owner', 'technician'] as const satisfies readonly StaffRole[]
/** Who sees orders. */
export const staffMaySee = ['owner', 'sales', 'technician', 'billing'] as const satisfies readonly StaffRole[]
/** Who defines what can be ordered. */
export const staffMayDefine = ['owner', 'sales'] as const satisfies readonly StaffRole[]
