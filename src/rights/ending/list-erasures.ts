import { sql } from 'kysely'
import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'

const pageSize = 50
const place = z.strictObject({ at: z.iso.datetime(), id: z.uuid() })

/** The ledger of erasures, newest first: ids, counts, whether all of it is done. */
export const listErasures = readOperation({
  name: 'erasure.list',
  purpose: 'rights',
  http: 'GET /erasures',
  says: 'Erasures done, newest first',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ before: place.optional() }),
  output: z.object({
    erasures: z.array(
      z.object({
        id: z.string(),
        accountId: z.string(),
        scope: z.enum(['account', 'person']),
        at: z.date(),
        finishedAt: z.date().nullable(),
        people: z.number(),
        rows: z.number(),
        secrets: z.number(),
        letters: z.number(),
        /** Where it stands who is told of it; null where nobody is. */
        caseId: z.string().nullable(),
      }),
    ),
    next: z.object({ at: z.string(), id: z.string() }).nullable(),
  }),
  async run({ db, input, concerning }) {
    const { before } = input
    const rows = await db
      .selectFrom('erasure_entry as e')
      .select([
        'e.id',
        'e.account_id',
        'e.person_id',
        'e.at',
        'e.finished_at',
        'e.persons',
        'e.counts',
        'e.secrets',
        'e.case_id',
      ])
      .select((query) =>
        query
          .selectFrom('erasure_notice as n')
          .select(sql<number>`count(*)::integer`.as('waiting'))
          .whereRef('n.account_id', '=', 'e.account_id')
          .whereRef('n.erasure_id', '=', 'e.id')
          .as('letters'),
      )
      .$if(before !== undefined, (query) =>
        query.where(sql<boolean>`(e.at, e.id) < (${before?.at}::timestamptz, ${before?.id}::uuid)`),
      )
      .orderBy('e.at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(pageSize + 1)
      .execute()
    const shown = rows.slice(0, pageSize)
    concerning({ personIds: shown.flatMap((row) => row.persons) })
    const last = shown.at(-1)
    return {
      erasures: shown.map((row) => ({
        id: row.id,
        accountId: row.account_id,
        scope: row.person_id === null ? ('account' as const) : ('person' as const),
        at: row.at,
        finishedAt: row.finished_at,
        people: row.persons.length,
        rows: Object.values(row.counts).reduce((sum, count) => sum + count, 0),
        secrets: row.secrets,
        letters: row.letters ?? 0,
        caseId: row.case_id,
      })),
      next: rows.length > pageSize && last ? { at: last.at.toISOString(), id: last.id } : null,
    }
  },
})
