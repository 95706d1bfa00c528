/** Who may use what is handed over: said once, so that every table of it says the same. */
import type { Uses } from '../privacy/map/column.ts'

/** Keys, states and times of requests, deposits and leases. */
export const accessUses = {
  access: 'write',
  orders: 'read',
  support: 'read',
  security: 'read',
  improvement: 'read',
  self: 'read',
  rights: 'write',
} as const satisfies Uses

/** An order asks for the access it needs, so its purpose may add requests and their items. */
export const askingUses = { ...accessUses, orders: 'add' } as const satisfies Uses

/** Words that say what is asked, of what, and why. */
export const askingWordsUses = {
  access: 'write',
  orders: 'add',
  support: 'read',
  improvement: 'nothing',
  self: 'read',
  rights: 'write',
} as const satisfies Uses

/** Where a target is and which user opens it: for the access itself, and for the client. */
export const factUses = {
  access: 'write',
  improvement: 'nothing',
  self: 'read',
  rights: 'write',
} as const satisfies Uses

/** The sealed secret: stored and handed to the broker, destroyed at the end, and shown to no other purpose. */
export const sealedUses = { access: 'write', rights: 'blind' } as const satisfies Uses

/** What staff wrote when asking for a lease. */
export const leaseWordsUses = {
  access: 'write',
  support: 'read',
  improvement: 'nothing',
  self: 'read',
  rights: 'write',
} as const satisfies Uses
