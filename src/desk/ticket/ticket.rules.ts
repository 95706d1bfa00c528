/** What a ticket is and who may do what to it. Pure. */
import type { MemberRole, StaffRole } from '../../privacy/operation/actor.ts'

/** open: nobody answered yet. waiting_client, waiting_us: whose turn it is. */
export const ticketStatuses = ['open', 'waiting_client', 'waiting_us', 'closed'] as const
export type TicketStatus = (typeof ticketStatuses)[number]

/** What a ticket can come to: nobody makes it new again. */
export type LaterStatus = Exclude<TicketStatus, 'open'>

/** By which way a conversation came: from the desk's own pages and programs, or, without an account, the form or the chat. */
export const ticketChannels = ['desk', 'form', 'chat'] as const
export type TicketChannel = (typeof ticketChannels)[number]

/** A status taken, or a ticket given to somebody or to nobody. */
export const ticketEventKinds = ['opened', 'waiting_client', 'waiting_us', 'closed', 'assigned', 'released'] as const
export type TicketEventKind = (typeof ticketEventKinds)[number]

export type Side = 'client' | 'staff'

/** An answer passes the turn to the other side, and reopens what was closed. A first question stays open until the staff speak. */
export function statusAfterReply(status: TicketStatus, by: Side): TicketStatus {
  if (by === 'staff') return 'waiting_client'
  return status === 'open' ? 'open' : 'waiting_us'
}

/** A client may say that it is solved, and no more; the staff may also set whose turn it is. Nobody makes a ticket new again. */
export function canSetStatus(by: Side, from: TicketStatus, to: TicketStatus): boolean {
  if (to === 'open' || to === from) return false
  return by === 'staff' || to === 'closed'
}

/** Who sets how to act for the company. */
export const memberMayDirect = ['owner', 'technical'] as const satisfies readonly MemberRole[]
/** Who answers clients. */
export const staffMayAnswer = [
  'owner',
  'technician',
  'sales',
  'billing',
  'privacy',
] as const satisfies readonly StaffRole[]
/** Who sets how to act for a client. */
export const staffMayDirect = ['owner', 'technician'] as const satisfies readonly StaffRole[]
/** Who is told when nobody is assigned. */
export const staffOnCall = ['owner', 'technician'] as const satisfies readonly StaffRole[]

/** What stands where somebody's words were, once their data was erased. Pages say it in words of their own. */
export const erasedWords = '—'
