/** Who may use orders: said once, so that every table of an order says the same. */
import type { Uses } from '../../privacy/map/column.ts'

/** Keys, states and times of orders. */
export const orderUses = {
  orders: 'write',
  support: 'read',
  access: 'read',
  billing: 'read',
  improvement: 'read',
  succession: 'read',
  legal: 'read',
  self: 'read',
  rights: 'write',
} as const satisfies Uses

/** Words that the client or the staff wrote on an order. */
export const orderWordsUses = {
  orders: 'write',
  support: 'read',
  improvement: 'nothing',
  succession: 'read',
  self: 'read',
  rights: 'write',
} as const satisfies Uses
