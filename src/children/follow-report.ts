import { z } from 'zod'
import { linkTokens } from '../identity/identity.facade.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { toldAs } from './child-report.rules.ts'

/** How a report stands, to whoever holds its link. It says nothing about anybody, not even whether somebody was found. */
export const followChildReport = readOperation({
  name: 'child_report.follow',
  purpose: 'rights',
  http: 'GET /child-reports/{token}',
  says: 'How a report about a child stands, by its link',
  who: { visitor: true },
  input: z.strictObject({ token: z.string().max(200) }),
  output: z.object({
    number: z.int(),
    receivedAt: z.date(),
    dueAt: z.date(),
    decidedAt: z.date().nullable(),
    told: z.enum(['removed', 'looked']).nullable(),
    /** An address was left, and the receipt has not gone there yet; gone; or none was asked for. */
    receipt: z.enum(['waits', 'sent', 'none']),
  }),
  async run({ db, input }) {
    const row = await db
      .selectFrom('child_report')
      .select(['number', 'received_at', 'due_at', 'decided_at', 'outcome', 'reporter', 'receipt'])
      .where('link_hash', '=', linkTokens.hashToken(input.token))
      .executeTakeFirst()
    if (!row) throw new NotFound('child_report')
    return {
      number: row.number,
      receivedAt: row.received_at,
      dueAt: row.due_at,
      decidedAt: row.decided_at,
      told: row.outcome ? toldAs(row.outcome) : null,
      receipt: row.receipt ? ('sent' as const) : row.reporter ? ('waits' as const) : ('none' as const),
    }
  },
})
