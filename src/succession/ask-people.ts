import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { letterAddress, linkTokens } from '../identity/identity.facade.ts'
import { civilDayOf } from '../privacy/clock/civil-day.ts'
import type { For } from '../privacy/map/types.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { shareCampaign } from './campaign.queries.ts'
import { questionOf, stateOf } from './campaign.rules.ts'
import { endAnswers } from './end-answers.ts'
import { questionLetter } from './succession.letter.ts'

const batch = 500
const place = z.strictObject({ accountId: z.uuid(), personId: z.uuid() })
type Place = z.infer<typeof place>

/** A job: has each living person with an address asked, some at a time. Run again, it asks nobody twice. */
export const askEverybody = writeOperation({
  name: 'succession.ask_everybody',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ campaignId: z.uuid(), after: place.nullable() }),
  output: z.object({ asked: z.int() }),
  async run({ trx, input: { campaignId, after }, enqueue }) {
    const people = await unasked(trx, campaignId, after)
    for (const { account_id: accountId, id: personId } of people) {
      await enqueue(askPerson, { campaignId, accountId, personId }, { key: `${campaignId} ${personId}` })
    }
    const last = people.at(-1)
    if (last && people.length === batch) {
      const next = { accountId: last.account_id, personId: last.id }
      await enqueue(askEverybody, { campaignId, after: next }, { key: `${campaignId} ${last.id}` })
    }
    return { asked: people.length }
  },
})

/** A job: asks one person. The answer's key lets the letter be posted once, whoever runs this at once. */
export const askPerson = writeOperation({
  name: 'succession.ask',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ campaignId: z.uuid(), accountId: z.uuid(), personId: z.uuid() }),
  output: z.object({ asked: z.enum(['now', 'before', 'gone']) }),
  async run({ trx, input: { campaignId, accountId, personId }, tools, now, concerning }) {
    const campaign = await shareCampaign(trx, campaignId)
    const address = await letterAddress(trx, accountId, personId)
    if (!address || stateOf(campaign, civilDayOf(now)) !== 'asking') return { asked: 'gone' as const }
    const { to, language } = address
    const question = questionOf(campaign, language)
    const { token, hash } = linkTokens.newAccountToken(accountId)
    const added = await trx
      .insertInto('succession_answer')
      .values({
        account_id: accountId,
        campaign_id: campaignId,
        person_id: personId,
        text_hash: question.hash,
        text_language: language,
        link_hash: hash,
        asked_at: now,
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'campaign_id', 'person_id']).doNothing())
      .executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) return { asked: 'before' as const }
    concerning({ accountId, personIds: [personId] })
    const url = `${tools.signIn.origin}/${language}/succession/${token}`
    const words = questionLetter(language, question, url)
    await tools.letters.post(trx, { accountId, personId, to, kind: 'succession', language, words })
    return { asked: 'now' as const }
  },
})

/** A job of every night: asks again for whom a lost job left out, while there is time, and ends what is left of a yes to one called off. */
export const sweepSuccessions = writeOperation({
  name: 'succession.sweep',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ open: z.int() }),
  async run({ trx, now, enqueue }) {
    const open = await trx
      .selectFrom('succession_campaign')
      .select('id')
      .where('cancelled_at', 'is', null)
      .where('handed_over_at', 'is', null)
      .where('closes_on', '>=', civilDayOf(now))
      .execute()
    for (const { id } of open) await enqueue(askEverybody, { campaignId: id, after: null }, { key: id })
    const calledOff = await trx
      .selectFrom('succession_campaign as c')
      .select('c.id')
      .where('c.cancelled_at', 'is not', null)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('succession_answer as s')
            .select('s.person_id')
            .whereRef('s.campaign_id', '=', 'c.id')
            .where('s.answer', '=', 'yes'),
        ),
      )
      .execute()
    for (const { id } of calledOff) await enqueue(endAnswers, { campaignId: id, after: null }, { key: id })
    return { open: open.length }
  },
})

/** Those whose data is ours: a client's own customers are asked by the client, whose data it is. */
function unasked(db: Kysely<For<'rights'>>, campaignId: string, after: Place | null) {
  return db
    .selectFrom('person as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .leftJoin('member as m', (join) =>
      join.onRef('m.account_id', '=', 'p.account_id').onRef('m.person_id', '=', 'p.id'),
    )
    .select(['p.account_id', 'p.id'])
    .where('p.erased_at', 'is', null)
    .where('a.erased_at', 'is', null)
    .where('p.email', 'is not', null)
    .where((eb) =>
      eb.or([eb('a.kind', '=', 'prospect'), eb('p.login_id', 'is not', null), eb('m.person_id', 'is not', null)]),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('succession_answer as s')
            .select('s.person_id')
            .whereRef('s.account_id', '=', 'p.account_id')
            .whereRef('s.person_id', '=', 'p.id')
            .where('s.campaign_id', '=', campaignId),
        ),
      ),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(p.account_id, p.id) > (${after?.accountId}::uuid, ${after?.personId}::uuid)`),
    )
    .orderBy('p.account_id')
    .orderBy('p.id')
    .limit(batch)
    .execute()
}
