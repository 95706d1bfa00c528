/** Who may use requests about data: the rights desk; the person, who reads them; those who have to show that they were answered. */
import type { Uses } from '../../privacy/map/column.ts'

export const requestUses = { self: 'read', rights: 'write', legal: 'read' } as const satisfies Uses
/** What is only added to. */
export const recordUses = { self: 'read', rights: 'add', legal: 'read' } as const satisfies Uses
/** What people wrote to one another about it. */
export const requestWordsUses = { self: 'read', rights: 'add' } as const satisfies Uses
