import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { m } from '../platform/language/words.ts'
import { civilDayOf } from '../privacy/clock/civil-day.ts'
import { Conflict, Invalid, NotFound } from '../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'
import { askEverybody } from './ask-people.ts'
import { campaignViews, lockCampaign } from './campaign.queries.ts'
import { isDayInReach, stateOf } from './campaign.rules.ts'
import { campaignView } from './campaign.view.ts'
import { endAnswers } from './end-answers.ts'

const line = (longest: number, says: () => string) =>
  z
    .string({ error: () => says() })
    .trim()
    .min(2, { error: () => says() })
    .max(longest, { error: () => says() })

/** Starts a campaign: from now on each person is asked by letter and in the privacy centre. What is asked cannot be changed. */
export const startSuccession = writeOperation({
  name: 'succession.start',
  purpose: 'rights',
  http: 'POST /successions',
  says: 'Ask everybody whether a successor may take their data over',
  who: { staff: ['owner'], fresh: true },
  input: z.strictObject({
    successor: line(160, m.succession_expect_successor).regex(/^[^\r\n]*$/, {
      error: () => m.succession_expect_successor(),
    }),
    country: z.string().regex(/^[A-Z]{2}$/, { error: () => m.succession_expect_country() }),
    whyRo: line(2000, m.succession_expect_why),
    whyEn: line(2000, m.succession_expect_why),
    // Once more below, by the clock of the transaction: here it is said together with what else is wrong.
    closesOn: z.iso
      .date({ error: () => m.succession_expect_day() })
      .refine((day) => isDayInReach(day, civilDayOf(new Date())), { error: () => m.succession_expect_day() }),
  }),
  output: z.object({ campaignId: z.string() }),
  async run({ trx, actor, input, now, enqueue }) {
    if (!isDayInReach(input.closesOn, civilDayOf(now))) throw new Invalid({ closesOn: m.succession_expect_day() })
    const campaignId = newId()
    await trx
      .insertInto('succession_campaign')
      .values({
        id: campaignId,
        successor: input.successor,
        country: input.country,
        why_ro: input.whyRo,
        why_en: input.whyEn,
        closes_on: input.closesOn,
        started_at: now,
        started_by: actor.staffId,
      })
      .execute()
    await enqueue(askEverybody, { campaignId, after: null }, { key: campaignId })
    return { campaignId }
  },
})

/** Ends a campaign without handing anything over; each yes to it ends with it. */
export const cancelSuccession = writeOperation({
  name: 'succession.cancel',
  purpose: 'rights',
  http: 'POST /successions/{campaignId}/cancellation',
  says: 'End a campaign without handing anything over',
  who: { staff: ['owner'], fresh: true },
  input: z.strictObject({ campaignId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, now, enqueue }) {
    const campaign = await lockCampaign(trx, input.campaignId)
    const state = stateOf(campaign, civilDayOf(now))
    if (state === 'handed_over' || state === 'cancelled') throw new Conflict('ended', m.succession_ended())
    await trx
      .updateTable('succession_campaign')
      .set({ cancelled_at: now, cancelled_by: actor.staffId })
      .where('id', '=', campaign.id)
      .execute()
    await enqueue(endAnswers, { campaignId: campaign.id, after: null }, { key: campaign.id })
    return {}
  },
})

export const listSuccessions = readOperation({
  name: 'succession.list',
  purpose: 'rights',
  http: 'GET /successions',
  says: 'Campaigns, with how many said what',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({ campaigns: z.array(campaignView) }),
  async run({ db, now }) {
    return { campaigns: await campaignViews(db, now) }
  },
})

export const showSuccession = readOperation({
  name: 'succession.show',
  purpose: 'rights',
  http: 'GET /successions/{campaignId}',
  says: 'The report of one campaign',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ campaignId: z.uuid() }),
  output: campaignView,
  async run({ db, input, now }) {
    const [campaign] = await campaignViews(db, now, input.campaignId)
    if (!campaign) throw new NotFound('succession_campaign')
    return campaign
  },
})
