/** Every purpose that writes to people may post a letter; only the sender (identity) reads one again. */
import type { Uses } from '../privacy/map/column.ts'

export const letterUses = {
  identity: 'write',
  support: 'add',
  access: 'add',
  orders: 'add',
  billing: 'add',
  security: 'add',
  updates: 'add',
  legal: 'add',
  rights: 'write',
} as const satisfies Uses

export const sealedUses = {
  identity: 'write',
  support: 'blind',
  access: 'blind',
  orders: 'blind',
  billing: 'blind',
  security: 'blind',
  updates: 'blind',
  legal: 'blind',
  rights: 'write',
} as const satisfies Uses
