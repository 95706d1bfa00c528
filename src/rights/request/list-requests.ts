import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { readOperation } from '../../privacy/operation/operation.ts'

/** What a person asks for here is done at once; each of these is a request that was answered. */
const answeredAtOnce = ['held.download', 'particulars.correct', 'particulars.correct_company', 'choice.set'] as const

/** What the person asked for, and to whom everything else goes: the provider, and the authority that watches it. */
export const listRequests = readOperation({
  name: 'request.list',
  purpose: 'self',
  http: 'GET /privacy/requests',
  says: 'Your requests, and where to send others',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
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
  async run({ db, actor, concerning }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
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
    const authorities: Readonly<Record<string, (typeof policy.authorities)['RO']>> = policy.authorities
    return {
      requests: rows.map((row) => ({ at: row.at, asked: row.operation as (typeof answeredAtOnce)[number] })),
      privacyEmail: provider?.privacy_email ?? null,
      authority: authorities[provider?.country ?? 'RO'] ?? policy.authorities.RO,
    }
  },
})
