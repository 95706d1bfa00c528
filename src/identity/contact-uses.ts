/** Who may use the particulars of accounts and people: said once, so that every column of a kind says the same. */
import type { Uses } from '../privacy/map/column.ts'

/** Keys, states and times of accounts and people. */
export const tenantUses = {
  identity: 'write',
  support: 'add',
  access: 'read',
  orders: 'read',
  billing: 'read',
  security: 'read',
  improvement: 'read',
  updates: 'read',
  case_studies: 'read',
  succession: 'read',
  legal: 'read',
  self: 'write',
  rights: 'write',
} as const satisfies Uses

/** How a person or a company is called and reached. */
export const contactUses = {
  identity: 'write',
  support: 'add',
  access: 'read',
  orders: 'read',
  billing: 'read',
  improvement: 'pseudonym',
  updates: 'read',
  succession: 'read',
  legal: 'read',
  self: 'write',
  rights: 'write',
} as const satisfies Uses

/** Where a company sits and how it is registered: for the contract and the invoice, not for the daily work. */
export const companyUses = {
  identity: 'write',
  orders: 'read',
  billing: 'read',
  improvement: 'nothing',
  succession: 'read',
  legal: 'read',
  self: 'write',
  rights: 'write',
} as const satisfies Uses

/** Sign-in: nobody but the sign-in itself, the person's own view and the rights desk. */
export const signInUses = { identity: 'write', self: 'read', rights: 'write' } as const satisfies Uses

/** Secrets of sign-in: seen by the sign-in alone, not even by the person's own view. */
export const secretUses = { identity: 'write' } as const satisfies Uses

/** Names of staff stand beside what they do, so every purpose that shows work may read them. */
export const staffUses = {
  identity: 'write',
  support: 'read',
  access: 'read',
  orders: 'read',
  billing: 'read',
  security: 'read',
  legal: 'read',
  self: 'read',
  rights: 'write',
} as const satisfies Uses
