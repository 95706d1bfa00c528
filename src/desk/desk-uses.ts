/** Who may use what is on the desk: said once, so that every table of a kind says the same. */
import type { Uses } from '../privacy/map/column.ts'

/** Keys, states and times. */
export const ticketUses = {
  support: 'write',
  access: 'read',
  orders: 'read',
  improvement: 'read',
  succession: 'read',
  legal: 'read',
  self: 'read',
  rights: 'write',
} as const satisfies Uses

/** What a ticket is about in one line: also for those who act on it elsewhere. */
export const subjectUses = { ...ticketUses, improvement: 'pseudonym' } as const satisfies Uses

/** Rows that are added and never changed. */
export const conversationUses = {
  support: 'add',
  improvement: 'read',
  succession: 'read',
  legal: 'read',
  self: 'read',
  rights: 'write',
} as const satisfies Uses

/** What people wrote to one another. */
export const wordsUses = { ...conversationUses, improvement: 'pseudonym' } as const satisfies Uses

/** What the staff wrote to one another: not in the person's own view; the rights desk weighs it. */
export const noteUses = { support: 'add', improvement: 'read', rights: 'write' } as const satisfies Uses
export const noteWordsUses = { support: 'add', improvement: 'pseudonym', rights: 'write' } as const satisfies Uses

/** How to act for a client: for whoever answers, connects or delivers. */
export const playbookUses = {
  support: 'add',
  access: 'read',
  orders: 'read',
  improvement: 'read',
  self: 'read',
  rights: 'write',
} as const satisfies Uses
export const playbookWordsUses = { ...playbookUses, improvement: 'pseudonym' } as const satisfies Uses

/** A client's knowledge base: for whoever answers that client, and for its own people. */
export const articleUses = { support: 'write', self: 'read', rights: 'write' } as const satisfies Uses

/** What its articles said at each save: added and never changed. */
export const articleVersionUses = { support: 'add', self: 'read', rights: 'write' } as const satisfies Uses

/** The words of a text for searching: as personal as the text. */
export const searchUses = { support: 'read' } as const satisfies Uses
