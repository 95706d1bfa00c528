import { sql } from 'kysely'
import { z } from 'zod'
import { actorKind } from '../privacy/limits/set-limit.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { findCampaign } from './campaign.queries.ts'

const batch = 100
const place = z.strictObject({ accountId: z.uuid(), personId: z.uuid() })

/**
 * A job, some at a time: whoever said yes to a transfer that was called off is out of the purpose, as they agreed to nothing else.
 * A yes of theirs to another transfer keeps them in it. Nobody took anything back: the ledger says that the system did it.
 */
export const endAnswers = writeOperation({
  name: 'succession.end_answers',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ campaignId: z.uuid(), after: place.nullable() }),
  output: z.object({ ended: z.int() }),
  async run({ trx, actor, input: { campaignId, after }, enqueue, concerning }) {
    if (!(await findCampaign(trx, campaignId)).cancelled_at) return { ended: 0 }
    const willing = await trx
      .selectFrom('succession_answer')
      .select(['account_id', 'person_id'])
      .where('campaign_id', '=', campaignId)
      .where('answer', '=', 'yes')
      .$if(after !== null, (query) =>
        query.where(sql<boolean>`(account_id, person_id) > (${after?.accountId}::uuid, ${after?.personId}::uuid)`),
      )
      .orderBy('account_id')
      .orderBy('person_id')
      .limit(batch)
      .execute()
    const whose = sql`unnest(${willing.map((one) => one.account_id)}::uuid[], ${willing.map((one) => one.person_id)}::uuid[])`
    // Locked first, and looked at then: a yes to another that is said at this moment comes before or after.
    await sql`select from base.person p join ${whose} as w(account_id, id) on p.account_id = w.account_id and p.id = w.id
      order by p.account_id, p.id for no key update of p`.execute(trx)
    const { rows: ended } = await sql<{ person_id: string }>`
      select s.person_id, base.set_limit(s.account_id, s.person_id, 'succession', 'consent_missing', ${actorKind(actor)}::text, null)
      from succession_answer s join ${whose} as w(account_id, id) on s.account_id = w.account_id and s.person_id = w.id
      where s.campaign_id = ${campaignId}::uuid and s.answer = 'yes' and not exists (
        select from succession_answer o join succession_campaign c on c.id = o.campaign_id
        where o.account_id = s.account_id and o.person_id = s.person_id and o.answer = 'yes' and c.cancelled_at is null)`.execute(
      trx,
    )
    concerning({ personIds: ended.map((row) => row.person_id) })
    const last = willing.at(-1)
    if (last && willing.length === batch) {
      const next = { accountId: last.account_id, personId: last.person_id }
      await enqueue(endAnswers, { campaignId, after: next }, { key: `${campaignId} ${last.person_id}` })
    }
    return { ended: ended.length }
  },
})
