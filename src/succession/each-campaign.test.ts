/** Two transfers of the business at once: each is asked and answered on its own, and no answer does for another (Art. 4(11)). */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenProvider, givenStaff } from '../../test/support/given.ts'
import { readZip } from '../../test/support/read-zip.ts'
import { addDays, civilDayOf } from '../privacy/clock/civil-day.ts'
import { recordConsent } from '../privacy/limits/record-consent.ts'
import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import { answerSuccession, listOwnSuccessions } from './answer-question.ts'
import { sweepSuccessions } from './ask-people.ts'
import { downloadSuccession, handOver } from './hand-over.ts'
import { replayAnswerEnd } from './replay-campaign-end.ts'
import { cancelSuccession, startSuccession } from './start-campaign.ts'

let desk: TestDesk
let owner: StaffActor
const start = new Date()
let at = start
beforeAll(async () => {
  desk = await testDesk({ keep: true, now: () => at })
  await givenProvider(desk)
  owner = await givenStaff(desk, { roles: ['owner'] })
})
afterAll(() => desk.close())
afterEach(() => {
  at = start
})

const boss = () => desk.as({ ...owner, freshAt: at })
const as = (member: MemberActor) => desk.as({ ...member, freshAt: at })
const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows
const later = (days: number) => {
  at = new Date(start.getTime() + days * 86_400_000)
}

async function campaign(successor: string, days = 20) {
  const asked = { successor, country: 'RO', whyRo: 'Se retrage.', whyEn: 'Retires.' }
  const closesOn = addDays(civilDayOf(at), days)
  const { campaignId } = await boss().call(startSuccession, { ...asked, closesOn })
  await desk.runJobs()
  return campaignId
}
async function both(closes: { second?: number } = {}) {
  const member = await givenMember(desk)
  return { member, first: await campaign('Unu SRL'), second: await campaign('Doi SRL', closes.second) }
}
const asked = async (member: MemberActor, campaignId: string) =>
  (await as(member).call(listOwnSuccessions, {})).questions.find((one) => one.campaignId === campaignId)
const say = async (member: MemberActor, campaignId: string, answer: 'yes' | 'no') =>
  as(member).call(answerSuccession, { campaignId, answer, text: (await asked(member, campaignId))?.text ?? '' })
const hand = (campaignId: string) => boss().call(handOver, { campaignId, understood: 'yes' })
const takeBackAll = (member: MemberActor) =>
  desk.handles
    .of('rights')
    .transaction()
    .execute((trx) => {
      const why = { decision: 'withdrawn', method: 'withdraw', language: 'ro', surface: 'request 1' } as const
      return recordConsent(trx as never, member, { purpose: 'succession', ...why }, member)
    })
async function takes(campaignId: string) {
  const taken = await boss()
    .call(downloadSuccession, { campaignId })
    .catch((error) => error)
  if (taken.code) return taken.code as string
  return [...readZip(Buffer.from(await new Response(taken.content).arrayBuffer())).keys()].join('\n')
}

const seen = async ({ personId }: MemberActor) =>
  (await desk.handles.of('succession').selectFrom('person').select('id').where('id', '=', personId).execute()).length >
  0

describe('a yes', () => {
  it('whose consent was taken back by a request does not come back with a yes to another question', async () => {
    const { member, first, second } = await both()
    await say(member, first, 'yes')
    await takeBackAll(member)
    expect(await asked(member, first)).toMatchObject({ answer: null, may: ['yes', 'no'] })
    await say(member, second, 'yes')
    expect(await asked(member, first)).toMatchObject({ answer: null })
    expect(await asked(member, second)).toMatchObject({ answer: 'yes' })
    later(22)
    for (const campaignId of [first, second]) await hand(campaignId)
    expect(await asked(member, first)).toMatchObject({ handedOverAt: null })
    expect(await asked(member, second)).toMatchObject({ handedOverAt: at })
  })

  it('does not come back into an archive that waits, either', async () => {
    const { member, first, second } = await both({ second: 60 })
    await say(member, first, 'yes')
    later(22)
    await hand(first)
    expect(await takes(first)).toContain(member.personId)
    await takeBackAll(member)
    expect(await takes(first)).toBe('nobody')
    await say(member, second, 'yes')
    expect(await takes(first)).toBe('nobody')
  })

  it('to one stands whatever is said to another, and does for no other', async () => {
    const { member, first, second } = await both()
    await say(member, first, 'yes')
    await say(member, second, 'yes')
    await say(member, second, 'no')
    expect(await asked(member, first)).toMatchObject({ answer: 'yes' })
    later(22)
    await hand(first)
    await hand(second)
    expect(await takes(first)).toContain(member.personId)
    expect(await takes(second)).toBe('nobody')
    await say(member, first, 'no')
    expect(await seen(member)).toBe(false)
  })

  it('to one that was called off keeps nobody within reach of the purpose', async () => {
    const { member, first, second } = await both()
    await say(member, first, 'yes')
    await boss().call(cancelSuccession, { campaignId: first })
    await say(member, second, 'no')
    expect(await seen(member)).toBe(false)
  })

  it('ends with its transfer where that is called off, and no other yes with it', async () => {
    const { member: one, first, second } = await both()
    const two = await givenMember(desk)
    await desk.as({ kind: 'system', job: 'test' }).call(sweepSuccessions, {})
    await desk.runJobs()
    await say(one, first, 'yes')
    for (const campaignId of [first, second]) await say(two, campaignId, 'yes')
    await boss().call(cancelSuccession, { campaignId: first })
    await desk.runJobs()
    expect([await seen(one), await seen(two)]).toEqual([false, true])
    expect(await asked(two, second)).toMatchObject({ answer: 'yes' })
    // Nobody took anything back: the proof of what was agreed to stands alone, and the ledger says who ended it.
    expect(await rows('select decision from base.consent_entry where person_id = $1', [one.personId])).toEqual([
      { decision: 'given' },
    ])
    expect(
      await rows('select kind, by_kind from base.limit_entry where person_id = $1 order by number', [one.personId]),
    ).toEqual([
      { kind: 'consent_given', by_kind: 'person' },
      { kind: 'consent_missing', by_kind: 'system' },
    ])
    // Those of the other end with the other; a job that was lost is made up for by night.
    await boss().call(cancelSuccession, { campaignId: second })
    await rows('delete from graphile_worker._private_jobs')
    expect(await seen(two)).toBe(true)
    await desk.as({ kind: 'system', job: 'test' }).call(sweepSuccessions, {})
    await desk.runJobs()
    expect(await seen(two)).toBe(false)
  })

  it('of many ends for all of them, those said meanwhile to another included', async () => {
    const [called, other] = [await campaign('Trei SRL'), await campaign('Patru SRL')]
    const many = await Promise.all(Array.from({ length: 103 }, () => givenMember(desk)))
    await desk.as({ kind: 'system', job: 'test' }).call(sweepSuccessions, {})
    await desk.runJobs(8)
    for (const member of many) await say(member, called, 'yes')
    await boss().call(cancelSuccession, { campaignId: called })
    const staying = many.slice(0, 5)
    await Promise.all([desk.runJobs(2), ...staying.map((member) => say(member, other, 'yes'))])
    await desk.runJobs()
    const inReach = await Promise.all(many.map(seen))
    expect(inReach.flatMap((is, n) => (is ? [n] : []))).toEqual([0, 1, 2, 3, 4])
  })

  it('of more than a year ago hands nobody over', async () => {
    const { member, first } = await both()
    await say(member, first, 'yes')
    later(380)
    await hand(first)
    expect(await takes(first)).toBe('nobody')
  })
})

describe('a no after a backup', () => {
  it('to one of two is noted for a restore, which then takes back that yes and no other', async () => {
    const { member, first, second } = await both()
    for (const campaignId of [first, second]) await say(member, campaignId, 'yes')
    await say(member, second, 'no')
    const [answer] = await rows('select id from base.succession_answer where campaign_id = $1 and person_id = $2', [
      second,
      member.personId,
    ])
    const lines = (
      await rows('select line from base.ledger_entry where account_id = $1 order by place', [member.accountId])
    )
      .map(({ line }) => JSON.parse(line))
      .filter(({ kind }) => kind === 'end')
    expect(lines).toMatchObject([{ what: 'succession_answer', of: answer.id, accountId: member.accountId }])
    // The database of then: both said yes to, the line unknown.
    await desk.owner.query('delete from base.ledger_entry where id = $1', [lines[0].id])
    await desk.owner.query(
      `update base.succession_answer set answer = 'yes', answered_at = $2, answered_by = 'account', agreed_at = $2 where id = $1`,
      [answer.id, at],
    )
    const line = { ...lines[0], seq: 1, hash: '' }
    const again = () => desk.as({ kind: 'system', job: 'restore' }).call(replayAnswerEnd, line)
    expect(await again()).toEqual({ done: 'again' })
    expect(await again()).toEqual({ done: 'nobody' })
    expect(await asked(member, second)).toMatchObject({ answer: null })
    expect(await asked(member, first)).toMatchObject({ answer: 'yes' })
  })

  it('to the only one has the line of its limit, and no second', async () => {
    const { member, first, second } = await both()
    for (const campaignId of [first, second]) await say(member, campaignId, 'yes')
    await takeBackAll(member)
    const lines = (await rows('select line from base.ledger_entry where account_id = $1', [member.accountId])).map(
      ({ line }) => JSON.parse(line),
    )
    expect(lines.map(({ kind, limit }) => limit ?? kind).sort()).toEqual([
      'consent_given',
      'consent_given',
      'consent_missing',
    ])
  })
})

describe('the proof', () => {
  it('names the question and keeps its words, to whichever buyer', async () => {
    const { member, first, second } = await both()
    await say(member, first, 'yes')
    await say(member, second, 'yes')
    await say(member, second, 'no')
    const proof = await rows(
      `select c.scope, c.decision, t.words from base.consent_entry c join base.notice_text t on t.hash = c.question_hash
       where c.person_id = $1 order by c.at`,
      [member.personId],
    )
    expect(proof).toMatchObject([
      { scope: first, decision: 'given', words: expect.stringContaining('Unu SRL') },
      { scope: second, decision: 'given', words: expect.stringContaining('Doi SRL') },
      { scope: second, decision: 'withdrawn', words: expect.stringContaining('Doi SRL') },
    ])
    const [question] = await rows(
      'select text_hash from base.succession_answer where campaign_id = $1 and person_id = $2',
      [first, member.personId],
    )
    expect(await rows('select words from base.notice_text where hash = $1', [question.text_hash])).toHaveLength(1)
  })
})
