/** A transfer of the business: everybody is asked, silence is no, and only a yes that stands is handed over. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenAccount, givenMember, givenProvider, givenStaff } from '../../test/support/given.ts'
import { lettersTo } from '../../test/support/letters.ts'
import { readZip } from '../../test/support/read-zip.ts'
import { newId } from '../platform/database/id.ts'
import { addDays, civilDayOf } from '../privacy/clock/civil-day.ts'
import { setLimit } from '../privacy/limits/set-limit.ts'
import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import { answerSuccession, answerSuccessionByLink, listOwnSuccessions, openSuccession } from './answer-question.ts'
import { askEverybody, askPerson, sweepSuccessions } from './ask-people.ts'
import { downloadSuccession, handOver } from './hand-over.ts'
import { cancelSuccession, listSuccessions, showSuccession, startSuccession } from './start-campaign.ts'

let desk: TestDesk
let owner: StaffActor
let at = new Date()
const start = at
const day = 86_400_000
beforeAll(async () => {
  desk = await testDesk({ keep: true, now: () => at })
  await givenProvider(desk)
  owner = await givenStaff(desk, { roles: ['owner'] })
})
afterAll(() => desk.close())

const boss = () => desk.as({ ...owner, freshAt: at })
const as = (member: MemberActor) => desk.as({ ...member, freshAt: at })
const visitor = () => desk.as({ kind: 'visitor' }, 'link')
const system = () => desk.as({ kind: 'system', job: 'test' })
const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows

const campaign = async (more: object = {}) => {
  at = start
  const { campaignId } = await boss().call(startSuccession, {
    successor: 'Server Mare SRL',
    country: 'RO',
    whyRo: 'Proprietarul se retrage.',
    whyEn: 'The owner retires.',
    closesOn: addDays(civilDayOf(at), 20),
    ...more,
  })
  await desk.runJobs()
  return campaignId
}
const questionOf = async (member: MemberActor, campaignId: string) => {
  const { questions } = await as(member).call(listOwnSuccessions, {})
  return questions.find((one) => one.campaignId === campaignId)
}
const say = async (member: MemberActor, campaignId: string, answer: 'yes' | 'no') =>
  as(member).call(answerSuccession, { campaignId, answer, text: (await questionOf(member, campaignId))?.text ?? '' })
const later = (days: number) => {
  at = new Date(start.getTime() + days * day)
}
const yes = 'yes' as const
const linkOf = async (email: string) =>
  (await lettersTo(desk, email))
    .filter((one) => one.kind === 'succession')
    .at(-1)
    ?.words.action?.url.split('/')
    .at(-1) ?? ''

async function archive(campaignId: string) {
  const { content, persons } = await boss().call(downloadSuccession, { campaignId })
  const bytes = Buffer.from(await new Response(content).arrayBuffer())
  return { persons, files: readZip(bytes) }
}

describe('asking', () => {
  it('is started by an owner who has just shown who they are, with a day that leaves time', async () => {
    const input = {
      successor: 'Server Mare SRL',
      country: 'RO',
      whyRo: 'Proprietarul se retrage.',
      whyEn: 'The owner retires.',
      closesOn: addDays(civilDayOf(at), 20),
    }
    const before = await rows('select count(*) from base.succession_campaign')
    const privacy = await givenStaff(desk, { roles: ['privacy', 'technician', 'sales', 'billing'] })
    await expect(desk.as(privacy).call(startSuccession, input)).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as({ ...owner, freshAt: null }).call(startSuccession, input)).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
    for (const [field, value] of [
      ['closesOn', addDays(civilDayOf(at), 13)],
      ['closesOn', addDays(civilDayOf(at), 400)],
      ['closesOn', '2027-02-30'],
      ['successor', 'x'],
      ['successor', 'Server\nMare'],
      ['whyEn', ' '],
      ['country', 'Romania'],
    ] as const) {
      await expect(boss().call(startSuccession, { ...input, [field]: value })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      })
    }
    expect(await rows('select count(*) from base.succession_campaign')).toEqual(before)
  })

  it('asks each person once, and leaves out who is erased, has no address, or is a customer of a client', async () => {
    const [one, gone, silent] = [await givenMember(desk), await givenMember(desk), await givenMember(desk)]
    await desk.owner.query('update base.person set erased_at = now() where id = $1', [gone.personId])
    await desk.owner.query('update base.person set email = null where id = $1', [silent.personId])
    const customer = newId()
    await desk.owner.query(
      `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Client de client', 'c@c.test', 'ro')`,
      [await givenAccount(desk), customer],
    )
    const campaignId = await campaign()
    const asked = (await rows('select person_id from base.succession_answer where campaign_id = $1', [campaignId])).map(
      (row) => row.person_id,
    )
    expect(asked).toContain(one.personId)
    for (const person of [gone.personId, silent.personId, customer]) expect(asked).not.toContain(person)
    const input = { campaignId, accountId: one.accountId, personId: one.personId }
    const again = await Promise.all(Array.from({ length: 8 }, () => system().call(askPerson, input)))
    expect(new Set(again.map((answer) => answer.asked))).toEqual(new Set(['before']))
    await system().call(askEverybody, { campaignId, after: null })
    await system().call(sweepSuccessions, {})
    await desk.runJobs()
    const letters = await rows(`select from base.letter where kind = 'succession' and person_id = $1`, [one.personId])
    expect(letters).toHaveLength(1)
  })

  it('never changes what was asked, whoever asks the database', async () => {
    const campaignId = await campaign()
    for (const column of ['successor', 'why_ro', 'why_en', 'country', 'closes_on']) {
      const change = desk.handles
        .of('rights')
        .updateTable('succession_campaign')
        .set({ [column]: column === 'closes_on' ? '2030-01-01' : 'XX' } as never)
        .where('id', '=', campaignId)
        .execute()
      await expect(change, column).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('answering', () => {
  it('is for the person alone, to the words that were read, and no counts at once', async () => {
    const member = await givenMember(desk)
    const stranger = await givenMember(desk)
    const campaignId = await campaign()
    const colleague = await givenMember(desk, { accountId: member.accountId, roles: ['technical'] })
    const late = as(colleague).call(answerSuccession, { campaignId, answer: 'no' })
    await expect(late).rejects.toMatchObject({ code: 'not_found' })
    const unread = as(member).call(answerSuccession, { campaignId, answer: 'yes' })
    await expect(unread).rejects.toMatchObject({ fields: { text: expect.any(String) } })
    await say(member, campaignId, 'yes')
    expect(await questionOf(stranger, campaignId)).toMatchObject({ answer: null })
    expect(await questionOf(member, campaignId)).toMatchObject({ answer: 'yes', may: ['no'] })
    const seen = () =>
      desk.handles.of('succession').selectFrom('person').select('id').where('id', '=', member.personId).execute()
    expect(await seen()).toHaveLength(1)
    await say(member, campaignId, 'no')
    expect(await seen()).toHaveLength(0)
    const ledger = await rows(
      'select decision, method from base.consent_entry where person_id = $1 and purpose = $2 order by id',
      [member.personId, 'succession'],
    )
    expect(ledger).toEqual([
      { decision: 'given', method: 'accept' },
      { decision: 'withdrawn', method: 'withdraw' },
    ])
  })

  it('works by the link of the letter, which looking alone does not spend or answer', async () => {
    const member = await givenMember(desk)
    const campaignId = await campaign()
    const token = await linkOf(`${member.personId}@client.test`)
    const open = () => visitor().call(openSuccession, { token, language: 'en' })
    await open()
    const asked = await open()
    expect(asked).toMatchObject({ answer: null, may: ['yes', 'no'] })
    expect(asked.body.join(' ')).toContain('The owner retires.')
    const answer = (said: 'yes' | 'no') =>
      visitor().call(answerSuccessionByLink, { token, language: 'en', answer: said, text: asked.text })
    await answer('yes')
    await answer('yes')
    expect(await questionOf(member, campaignId)).toMatchObject({ answer: 'yes' })
    await answer('no')
    expect(await questionOf(member, campaignId)).toMatchObject({ answer: 'no' })
    const { rows: paths } = await desk.owner.query('select path from base.consent_entry where person_id = $1', [
      member.personId,
    ])
    expect(paths.every(({ path }) => path === '/en/succession')).toBe(true)
  })

  it.each(['', 'x', 'A'.repeat(64), `${'A'.repeat(63)}=`, "' or 1=1 --"])('a link that is none: %j', async (token) => {
    const open = visitor().call(openSuccession, { token, language: 'ro' })
    await expect(open).rejects.toMatchObject({ code: 'not_found' })
    const answer = visitor().call(answerSuccessionByLink, { token, language: 'ro', answer: 'no' })
    await expect(answer).rejects.toMatchObject({ code: 'not_found' })
  })

  it('takes no yes after the last day, and a no still', async () => {
    const member = await givenMember(desk)
    const other = await givenMember(desk)
    const campaignId = await campaign()
    await say(other, campaignId, 'yes')
    later(22)
    await expect(say(member, campaignId, 'yes')).rejects.toMatchObject({ code: 'closed' })
    await say(other, campaignId, 'no')
    expect(await questionOf(other, campaignId)).toMatchObject({ answer: 'no', state: 'closed', may: [] })
    at = start
  })
})

describe('handing over', () => {
  it('comes after the last day, by an owner, with a yes, once', async () => {
    const member = await givenMember(desk)
    const campaignId = await campaign()
    await say(member, campaignId, 'yes')
    const hand = () => boss().call(handOver, { campaignId, understood: yes })
    await expect(hand()).rejects.toMatchObject({ code: 'still_asking' })
    await expect(boss().call(downloadSuccession, { campaignId })).rejects.toMatchObject({ code: 'not_handed_over' })
    later(22)
    const privacy = await givenStaff(desk, { roles: ['privacy'] })
    await expect(
      desk.as({ ...privacy, freshAt: at }).call(handOver, { campaignId, understood: yes }),
    ).rejects.toMatchObject({
      code: 'role',
    })
    const unsure = boss().call(handOver, { campaignId, understood: 'no' as 'yes' })
    await expect(unsure).rejects.toMatchObject({ fields: { understood: expect.any(String) } })
    const done = await Promise.allSettled([hand(), hand(), boss().call(cancelSuccession, { campaignId })])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    at = start
  })

  it('holds those who said yes and nobody else: not who is silent, said no, took it back, or is restricted', async () => {
    const name = (who: string) => ({ name: `Persoana ${who}` })
    const willing = await givenMember(desk, name('Dornică'))
    const silent = await givenMember(desk, name('Tăcută'))
    const unwilling = await givenMember(desk, name('Refuzătoare'))
    const withdrawn = await givenMember(desk, name('Răzgândită'))
    const restricted = await givenMember(desk, name('Restricționată'))
    const tardy = await givenMember(desk, name('Întârziată'))
    const colleague = await givenMember(desk, { accountId: willing.accountId, roles: ['technical'], ...name('Colegă') })
    const ticket = async (by: MemberActor, words: string) => {
      const id = newId()
      await desk.owner.query(
        `insert into base.ticket (account_id, id, opened_by, subject, status) values ($1, $2, $3, $4, 'open')`,
        [by.accountId, id, by.personId, words],
      )
      return id
    }
    const ours = await ticket(willing, 'tichetul dornicei')
    await ticket(silent, 'tichetul tăcutei')
    for (const [author, words] of [
      [willing.personId, 'scris de dornică'],
      [colleague.personId, 'scris de colegă'],
    ])
      await desk.owner.query(
        `insert into base.message (account_id, id, ticket_id, author, body) values ($1, $2, $3, $4, $5)`,
        [willing.accountId, newId(), ours, author, words],
      )
    const campaignId = await campaign()
    for (const one of [willing, withdrawn, restricted, tardy]) await say(one, campaignId, 'yes')
    await say(unwilling, campaignId, 'no')
    await say(withdrawn, campaignId, 'no')
    await desk.handles
      .of('rights')
      .transaction()
      .execute((trx) => setLimit(trx as never, restricted, { kind: 'restricted' }, owner))
    later(22)
    await boss().call(handOver, { campaignId, understood: yes })
    await say(tardy, campaignId, 'no')
    const { persons, files } = await archive(campaignId)
    const all = [...files].map(([file, content]) => `${file}\n${content.toString('utf8')}`).join('\n')
    expect(persons).toBe(1)
    expect(all).toContain('Persoana Dornică')
    expect(all).toContain('tichetul dornicei')
    expect(all).toContain('scris de dornică')
    for (const word of [
      'Tăcută',
      'tăcutei',
      'Refuzătoare',
      'Răzgândită',
      'Restricționată',
      'Întârziată',
      'Colegă',
      'scris de colegă',
    ])
      expect(all.includes(word), word).toBe(false)
    for (const one of [silent, unwilling, withdrawn, restricted, tardy, colleague])
      expect(all.includes(one.personId), one.personId).toBe(false)
    const report = await boss().call(showSuccession, { campaignId })
    expect(report).toMatchObject({ state: 'handed_over', counts: { handedOver: 2 } })
    const { campaigns } = await boss().call(listSuccessions, {})
    expect(campaigns.find((one) => one.id === campaignId)).toEqual(report)
    later(60)
    await expect(boss().call(downloadSuccession, { campaignId })).rejects.toMatchObject({ code: 'too_late' })
    at = start
  })

  it('has of a withdrawal at the same moment the whole or nothing', async () => {
    for (let round = 0; round < 4; round++) {
      const member = await givenMember(desk)
      const campaignId = await campaign()
      await say(member, campaignId, 'yes')
      later(22)
      await Promise.all([boss().call(handOver, { campaignId, understood: yes }), say(member, campaignId, 'no')])
      const [row] = await rows('select * from base.succession_answer where campaign_id = $1 and person_id = $2', [
        campaignId,
        member.personId,
      ])
      expect(row.answer).toBe('no')
      const taken = await archive(campaignId).catch((error) => error)
      expect(taken).toMatchObject({ code: 'nobody' })
    }
    at = start
  })

  it('ends without when it is stopped: no answer is taken any more, and nothing can be handed over', async () => {
    const member = await givenMember(desk)
    const campaignId = await campaign()
    await boss().call(cancelSuccession, { campaignId })
    await expect(say(member, campaignId, 'yes')).rejects.toMatchObject({ code: 'closed' })
    later(22)
    await expect(boss().call(handOver, { campaignId, understood: yes })).rejects.toMatchObject({ code: 'ended' })
    at = start
  })
})
