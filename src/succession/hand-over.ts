import { sql } from 'kysely'
import { z } from 'zod'
import { policy } from '../../policy/policy.ts'
import { m } from '../platform/language/words.ts'
import { civilDayOf } from '../privacy/clock/civil-day.ts'
import { type ExportSubject, exportArchive } from '../privacy/held/export-archive.ts'
import { heldTables } from '../privacy/held/held-tables.ts'
import { Conflict, NotFound } from '../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'
import { before } from '../privacy/policy/shift.ts'
import { lockCampaign } from './campaign.queries.ts'
import { stateOf } from './campaign.rules.ts'

/** How long the archive can be taken once it was decided. */
const days = 30

/**
 * Decides who is handed over: those who said yes to this very campaign and whose consent stands at this moment. Only once
 * the day of the last answer has passed.
 */
export const handOver = writeOperation({
  name: 'succession.hand_over',
  purpose: 'rights',
  http: 'POST /successions/{campaignId}/hand-over',
  says: 'Hand over to the successor those who said yes, after the last day for answers; cannot be undone',
  who: { staff: ['owner'], fresh: true },
  input: z.strictObject({
    campaignId: z.uuid(),
    understood: z.literal('yes', { error: () => m.succession_expect_understood() }),
  }),
  output: z.object({ persons: z.int() }),
  async run({ trx, actor, input, now, concerning }) {
    const campaign = await lockCampaign(trx, input.campaignId)
    const state = stateOf(campaign, civilDayOf(now))
    if (state === 'asking') throw new Conflict('still_asking', m.succession_still_asking())
    if (state !== 'closed') throw new Conflict('ended', m.succession_ended())
    // Each answer is read once more when it is written: whoever takes a yes back at this moment comes before or after.
    const handed = await trx
      .updateTable('succession_answer')
      .set({ handed_over_at: now })
      .where('succession_answer.campaign_id', '=', campaign.id)
      .where('succession_answer.answer', '=', 'yes')
      .where('succession_answer.agreed_at', '>', before(now, policy.consent.lasts))
      .where(sql<boolean>`not base.is_limited(succession_answer.account_id, succession_answer.person_id, 'succession')`)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('person as p')
            .select('p.id')
            .whereRef('p.account_id', '=', 'succession_answer.account_id')
            .whereRef('p.id', '=', 'succession_answer.person_id')
            .where('p.erased_at', 'is', null),
        ),
      )
      .returning('succession_answer.person_id')
      .execute()
    await trx
      .updateTable('succession_campaign')
      .set({ handed_over_at: now, handed_over_by: actor.staffId })
      .where('id', '=', campaign.id)
      .execute()
    concerning({ personIds: handed.map((row) => row.person_id) })
    return { persons: handed.length }
  },
})

/**
 * The archive for the successor, streamed: one folder a person. It is read through the views of the purpose `succession`,
 * in which nobody is whose consent does not stand now: who took it back meanwhile is not in it.
 */
export const downloadSuccession = readOperation({
  name: 'succession.download',
  purpose: 'succession',
  who: { staff: ['owner'], fresh: true },
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.object({ filename: z.string(), content: z.instanceof(ReadableStream), persons: z.int() }),
  async run({ db, input, tools, now, concerning }) {
    const campaign = await db
      .selectFrom('succession_campaign')
      .select('handed_over_at')
      .where('id', '=', input.campaignId)
      .executeTakeFirst()
    if (!campaign) throw new NotFound('succession_campaign')
    if (!campaign.handed_over_at) throw new Conflict('not_handed_over', m.succession_not_handed_over())
    if (now.getTime() - campaign.handed_over_at.getTime() > days * 86_400_000)
      throw new Conflict('too_late', m.succession_too_late())
    const rows = await db
      .selectFrom('succession_answer as s')
      .innerJoin('person as p', (join) =>
        join.onRef('p.account_id', '=', 's.account_id').onRef('p.id', '=', 's.person_id'),
      )
      .leftJoin('member as m', (join) =>
        join.onRef('m.account_id', '=', 's.account_id').onRef('m.person_id', '=', 's.person_id'),
      )
      .select(['s.account_id', 's.person_id'])
      .select(
        sql<boolean>`coalesce('owner' = any (m.roles) and m.joined_at is not null and m.ended_at is null, false)`.as(
          'owner',
        ),
      )
      .where('s.campaign_id', '=', input.campaignId)
      .where('s.answer', '=', 'yes')
      .where('s.handed_over_at', 'is not', null)
      .where('p.erased_at', 'is', null)
      .orderBy('s.account_id')
      .orderBy('s.person_id')
      .execute()
    const [first, ...others] = rows.map(
      ({ account_id: accountId, person_id: personId, owner }): ExportSubject => ({
        subject: { accountId, personId, loginId: null, owner },
        folder: `${accountId}/${personId}/`,
      }),
    )
    if (!first) throw new Conflict('nobody', m.succession_nobody())
    concerning({ personIds: rows.map((row) => row.person_id) })
    const content = exportArchive({
      db,
      tables: heldTables(tools.maps, 'succession'),
      subjects: [first, ...others],
      now,
      reach: 'addressed',
      readFile: (accountId, fileId) => tools.files.read(accountId, fileId),
    })
    return {
      filename: `zavor-succession-${now.toISOString().slice(0, 10)}.zip`,
      content,
      persons: rows.length,
    }
  },
})
