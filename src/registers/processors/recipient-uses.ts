/** The register is written for legal duties; who sends, and whoever answers people about their data, reads it. */
import type { Uses } from '../../privacy/map/column.ts'

export const recipientUses = { legal: 'write', identity: 'read', rights: 'read', self: 'read' } as const satisfies Uses
