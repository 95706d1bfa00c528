import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { whoAsks } from '../../privacy/operation/whom-it-concerns.ts'
import { authorityOf } from '../authority.ts'
import { identityWays, outcomes, requestKinds, requestRoutes } from './request.rules.ts'

/** What is asked for with a button of the privacy centre is done at once; each of these is a request that was answered. */
const answeredAtOnce = ['held.download', 'choice.set'] as const

const pageSize = 50

/** The person's requests with their clock and outcome, the newest first, and to whom everything else goes: the provider, and the authority. */
export const listRequests = readOperation({
  name: 'request.list',
  purpose: 'self',
  http: 'GET /privacy/requests',
  says: 'Your requests about your data, each with its deadline and outcome, and where to send others',
  who: { member: 'any' },
  input: z.strictObject({ before: z.uuid().optional() }),
  output: z.object({
    cases: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        kind: z.enum(requestKinds),
        route: z.enum(requestRoutes),
        purpose: z.string().nullable(),
        receivedAt: z.date(),
        identity: z.enum(identityWays),
        dueOn: z.string().nullable(),
        extendedAt: z.date().nullable(),
        closedAt: z.date().nullable(),
        outcome: z.enum(outcomes).nullable(),
      }),
    ),
    /** The `before` of the next page. */
    next: z.string().nullable(),
    requests: z.array(z.object({ at: z.date(), asked: z.enum(answeredAtOnce) })),
    privacyEmail: z.string().nullable(),
    authority: z.object({
      name: z.string(),
      address: z.string(),
      phone: z.string().optional(),
      email: z.string().optional(),
      site: z.string(),
    }),
  }),
  concerns: whoAsks,
  async run({ db, actor, input }) {
    // A request of the same person that lies under another account is shown there, and here by its part about this one.
    const cases = await db
      .selectFrom('rights_case as c')
      .innerJoin('rights_case_person as p', 'p.case_id', 'c.id')
      .select(['c.id', 'c.number', 'c.kind', 'c.route', 'c.purpose', 'c.received_at', 'c.identity', 'c.due_on'])
      .select(['c.extended_at', 'c.closed_at', 'c.outcome'])
      .where('p.account_id', '=', actor.accountId)
      .where('p.person_id', '=', actor.personId)
      .$if(input.before !== undefined, (query) => query.where('c.id', '<', input.before as string))
      .orderBy('c.id', 'desc')
      .limit(pageSize + 1)
      .execute()
    const shown = cases.slice(0, pageSize)
    const rows = await db
      .selectFrom('audit_entry')
      .select(['at', 'operation'])
      .where('account_id', '=', actor.accountId)
      .where('actor_id', '=', actor.personId)
      .where('operation', 'in', answeredAtOnce)
      .where('outcome', '=', 'done')
      .orderBy('seq', 'desc')
      .limit(20)
      .execute()
    const provider = await db.selectFrom('provider').select(['privacy_email', 'country']).executeTakeFirst()
    return {
      cases: shown.map((row) => ({
        id: row.id,
        number: row.number,
        kind: row.kind,
        route: row.route,
        purpose: row.purpose,
        receivedAt: row.received_at,
        identity: row.identity,
        dueOn: row.due_on,
        extendedAt: row.extended_at,
        closedAt: row.closed_at,
        outcome: row.outcome,
      })),
      next: cases.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
      requests: rows.map((row) => ({ at: row.at, asked: row.operation as (typeof answeredAtOnce)[number] })),
      privacyEmail: provider?.privacy_email ?? null,
      authority: authorityOf(provider?.country),
    }
  },
})
