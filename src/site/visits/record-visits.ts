import { sql } from 'kysely'
import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { consentHashes } from '../../privacy/notice/consent-text.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'

export const mostRows = 1000

const where = {
  path: z
    .string()
    .max(200)
    .regex(/^\/[^?#\s]*$/),
  country: z.string().regex(/^([A-Z]{2}|\?\?)$/),
  source: z.string().max(100),
}
export const countRow = z.strictObject({
  ...where,
  day: z.iso.date(),
  reader: z.enum(['person', 'program']),
  views: z.int().min(0),
  visits: z.int().min(0),
  seconds: z.int().min(0),
  timed: z.int().min(0),
})
export const pageRow = z.strictObject({ ...where, at: z.iso.datetime(), visitorId: z.uuid() })
export type CountRow = z.output<typeof countRow>
export type PageRow = z.output<typeof pageRow>

/**
 * What the web process counted since it last did. Numbers of visitors are taken only where the ledger says that their
 * consent stands; a number that somebody made up, or whose consent is over, is left out.
 */
export const recordVisits = writeOperation({
  name: 'visits.record',
  purpose: 'visits',
  who: { system: true },
  input: z.strictObject({ counts: z.array(countRow).max(mostRows), pages: z.array(pageRow).max(mostRows) }),
  output: z.object({ pages: z.int() }),
  async run({ trx, input: { counts, pages } }) {
    const rows = pages.map((page) => ({ ...page, id: newId() }))
    const done = await sql<{ pages: number }>`select base.record_visits(${JSON.stringify(counts)}::jsonb,
      ${JSON.stringify(rows)}::jsonb, ${consentHashes('visits')}::text[], ${policy.consent.lasts}::interval) as pages`.execute(
      trx,
    )
    return { pages: done.rows[0]?.pages ?? 0 }
  },
})
