/** A person answers, signed in or by the link of the letter: as easily no as yes, and no counts at once. */
import { sql } from 'kysely'
import { z } from 'zod'
import { linkTokens } from '../identity/identity.facade.ts'
import { m } from '../platform/language/words.ts'
import { civilDayOf } from '../privacy/clock/civil-day.ts'
import { recordAnswer } from '../privacy/limits/record-consent.ts'
import type { Person } from '../privacy/limits/set-limit.ts'
import type { Actor } from '../privacy/operation/actor.ts'
import { Conflict, Invalid, NotFound } from '../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'
import { type Db, findCampaign, shareCampaign, type Trx } from './campaign.queries.ts'
import { campaignStates, questionOf, stateOf, takes } from './campaign.rules.ts'

const rates = { fromAddress: { name: 'succession address', most: 60, seconds: 900 } } as const

const questionView = z.object({
  campaignId: z.string(),
  state: z.enum(campaignStates),
  title: z.string(),
  body: z.array(z.string()),
  /** Goes back with the answer: nobody says yes to words that they did not see. */
  text: z.string(),
  closesOn: z.string(),
  askedAt: z.date(),
  answer: z.enum(['yes', 'no']).nullable(),
  answeredAt: z.date().nullable(),
  handedOverAt: z.date().nullable(),
  may: z.array(z.enum(['yes', 'no'])),
})

const answerInput = {
  answer: z.enum(['yes', 'no'], { error: () => m.succession_expect_answer() }),
  /** To say yes: the hash of the words that were read. */
  text: z.string().max(64).optional(),
}

/** What a member was asked, the newest first. */
export const listOwnSuccessions = readOperation({
  name: 'succession.own',
  purpose: 'rights',
  http: 'GET /privacy/successions',
  says: 'What you were asked about a transfer of the business, and what you said',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({ questions: z.array(questionView) }),
  async run({ db, actor, caller, now, concerning }) {
    const person = { accountId: actor.accountId, personId: actor.personId }
    concerning({ accountId: person.accountId, personIds: [person.personId] })
    const rows = await db
      .selectFrom('succession_answer')
      .select('campaign_id')
      .where('account_id', '=', person.accountId)
      .where('person_id', '=', person.personId)
      .orderBy('asked_at', 'desc')
      .limit(20)
      .execute()
    const language = caller.locale ?? 'ro'
    return {
      questions: await Promise.all(rows.map(({ campaign_id }) => viewOf(db, person, campaign_id, language, now))),
    }
  },
})

export const answerSuccession = writeOperation({
  name: 'succession.answer',
  purpose: 'rights',
  http: 'PUT /privacy/successions/{campaignId}',
  says: 'Say yes or no to a transfer of your data to a successor; no takes a yes back',
  who: { member: 'any' },
  input: z.strictObject({ campaignId: z.uuid(), ...answerInput }),
  output: z.object({}),
  async run({ trx, actor, caller, input, now, concerning }) {
    const person = { accountId: actor.accountId, personId: actor.personId }
    concerning({ accountId: person.accountId, personIds: [person.personId] })
    const path = caller.via === 'page' ? '/desk/privacy/succession' : `/api/v1/privacy/successions/${input.campaignId}`
    const given = { ...input, language: caller.locale ?? 'ro', by: 'account', path } as const
    await giveAnswer({ trx, now, actor }, person, given)
    return {}
  },
})

/** The question, to whoever holds the link of the letter. Looking answers nothing: programs open links too. */
export const openSuccession = readOperation({
  name: 'succession.open',
  purpose: 'rights',
  http: 'GET /succession-links/{token}',
  says: 'What a letter asked about a transfer of the business, by its link',
  who: { visitor: true },
  input: z.strictObject({ token: z.string().max(200), language: z.enum(['ro', 'en']) }),
  output: questionView,
  async run({ db, input, caller, tools, now, concerning }) {
    await tools.signIn.rates.count(rates.fromAddress, caller.address)
    const { person, campaignId } = await byLink(db, input.token)
    concerning({ accountId: person.accountId, personIds: [person.personId] })
    return await viewOf(db, person, campaignId, input.language, now)
  },
})

export const answerSuccessionByLink = writeOperation({
  name: 'succession.answer_by_link',
  purpose: 'rights',
  http: 'POST /succession-links/{token}',
  says: 'Say yes or no by the link of the letter',
  who: { visitor: true },
  input: z.strictObject({ token: z.string().max(200), language: z.enum(['ro', 'en']), ...answerInput }),
  output: z.object({}),
  async run({ trx, caller, input, tools, now, concerning }) {
    await tools.signIn.rates.count(rates.fromAddress, caller.address)
    const { person, campaignId } = await byLink(trx, input.token)
    concerning({ accountId: person.accountId, personIds: [person.personId] })
    const { answer, text, language } = input
    const path = `/${language}/succession`
    // Whoever holds the link of the letter is the person of that address, for this one question.
    const actor = { kind: 'member', loginId: '', roles: [], freshAt: null, ...person } as const
    await giveAnswer({ trx, now, actor }, person, { campaignId, answer, text, language, by: 'link', path })
    return {}
  },
})

/** @throws NotFound for a link that is none, of an erased person too */
async function byLink(db: Db, token: string): Promise<{ person: Person; campaignId: string }> {
  const read = linkTokens.readAccountToken(token)
  const row = read
    ? await db
        .selectFrom('succession_answer as s')
        .innerJoin('person as p', (join) =>
          join.onRef('p.account_id', '=', 's.account_id').onRef('p.id', '=', 's.person_id'),
        )
        .select(['s.person_id', 's.campaign_id'])
        .where('s.account_id', '=', read.accountId)
        .where('s.link_hash', '=', read.hash)
        .where('p.erased_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (!read || !row) throw new NotFound('succession_question')
  return { person: { accountId: read.accountId, personId: row.person_id }, campaignId: row.campaign_id }
}

async function findAnswer(db: Db, person: Person, campaignId: string) {
  const row = await db
    .selectFrom('succession_answer')
    .select(['asked_at', 'answer', 'answered_at', 'handed_over_at'])
    .where('account_id', '=', person.accountId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', '=', person.personId)
    .executeTakeFirst()
  if (!row) throw new NotFound('succession_question')
  return row
}

async function viewOf(db: Db, person: Person, campaignId: string, language: 'ro' | 'en', now: Date) {
  const campaign = await findCampaign(db, campaignId)
  const row = await findAnswer(db, person, campaignId)
  const state = stateOf(campaign, civilDayOf(now))
  const { title, body, hash } = questionOf(campaign, language)
  return {
    campaignId,
    state,
    title,
    body: [...body],
    text: hash,
    closesOn: campaign.closes_on,
    askedAt: row.asked_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    handedOverAt: row.handed_over_at,
    may: (['yes', 'no'] as const).filter((one) => one !== row.answer && takes(state, one)),
  }
}

interface Given {
  readonly campaignId: string
  readonly answer: 'yes' | 'no'
  readonly text?: string | undefined
  readonly language: 'ro' | 'en'
  readonly by: 'account' | 'link'
  readonly path: string
}

/**
 * The campaign is shared and the person locked: a hand-over has this answer whole or not at all, and what the same person
 * says to other questions comes before or after it.
 */
async function giveAnswer(
  { trx, now, actor }: { trx: Trx; now: Date; actor: Actor },
  person: Person,
  { campaignId, answer, text, language, by, path }: Given,
): Promise<void> {
  const campaign = await shareCampaign(trx, campaignId)
  await sql`select from base.person where account_id = ${person.accountId} and id = ${person.personId}
    for no key update`.execute(trx)
  const before = await findAnswer(trx, person, campaignId)
  if (before.answer === answer) return
  if (!takes(stateOf(campaign, civilDayOf(now)), answer)) throw new Conflict('closed', m.succession_closed())
  const question = questionOf(campaign, language)
  if (answer === 'yes' && text !== question.hash) throw new Invalid({ text: m.succession_expect_read() })
  await trx
    .updateTable('succession_answer')
    .set({ answer, answered_at: now, answered_by: by, text_hash: question.hash, text_language: language })
    .$if(answer === 'yes', (query) => query.set({ agreed_at: now }))
    // What was handed over was handed over on a yes, and says so also once the yes is taken back.
    .$if(answer === 'no' && before.handed_over_at === null, (query) => query.set({ agreed_at: null }))
    .where('account_id', '=', person.accountId)
    .where('campaign_id', '=', campaignId)
    .where('person_id', '=', person.personId)
    .execute()
  const took = before.answer === 'yes'
  const decision = answer === 'yes' ? 'given' : took ? 'withdrawn' : 'refused'
  const method = answer === 'yes' ? 'accept' : took ? 'withdraw' : 'reject'
  const consent = { purpose: 'succession', decision, method, language, surface: 'succession question', path } as const
  const anotherStands = await saidYesElsewhere(trx, person, campaignId)
  await recordAnswer(trx, person, consent, { id: campaignId, words: question.whole, anotherStands }, actor)
}

/** Whether they said yes to another transfer that was not called off: nothing takes that back but a no to it, or to all. */
async function saidYesElsewhere(db: Db, { accountId, personId }: Person, campaignId: string): Promise<boolean> {
  const row = await db
    .selectFrom('succession_answer as s')
    .innerJoin('succession_campaign as c', 'c.id', 's.campaign_id')
    .select('s.campaign_id')
    .where('s.account_id', '=', accountId)
    .where('s.person_id', '=', personId)
    .where('s.campaign_id', '<>', campaignId)
    .where('s.answer', '=', 'yes')
    .where('c.cancelled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
