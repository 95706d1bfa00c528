/** What the rights desk does when different things about one person are asked of it at the same moment, or one is still open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedServer, deposited } from '../../../test/support/access.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenLogin, givenMember, givenProcessor, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { leftAfterScrub } from '../../../test/support/residue.ts'
import { rightsDesk } from '../../../test/support/rights-desk.ts'
import { maps } from '../../app/maps.ts'
import { addAttachment } from '../../desk/attachment/add-attachment.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { invitePerson } from '../../identity/account/invite-person.ts'
import { createApiKey } from '../../identity/api-key/create-api-key.ts'
import { newId } from '../../platform/database/id.ts'
import { verifyChain } from '../../privacy/audit/verify.ts'
import { markerFaults } from '../../privacy/limits/marker-faults.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { DeskError } from '../../privacy/operation/errors.ts'
import { rowsLeft } from '../../privacy/residue/rows-left.ts'
import { setChoice } from '../choice/set-choice.ts'
import { correctCompany, correctOwn } from '../correction/correct.ts'
import { decideRequest } from '../desk/decide-request.ts'
import { eraseFor } from '../desk/erase-for.ts'
import { extendRequest } from '../desk/extend-request.ts'
import { endRestriction } from '../desk/lift-restriction.ts'
import { listQueue } from '../desk/list-queue.ts'
import { askRequest } from '../request/ask-request.ts'
import { enterRequest } from '../request/link-request.ts'
import { makeRequest } from '../request/make-request.ts'
import { endAccount } from './end-account.ts'
import { endPerson } from './end-person.ts'

let desk: TestDesk
let privacy: StaffActor
let technician: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  await givenProcessor(desk)
  privacy = await givenStaff(desk, { roles: ['privacy'], email: 'privacy@provider.test' })
  technician = await givenStaff(desk, { roles: ['technician'] })
})
afterAll(() => desk.close())

const { staff, as, visitor, rows, lastCode } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const why = 'Cererea se repetă a treia oară în această lună, fără nimic nou.'
const yes = { understood: 'yes' } as const
const many = <T>(count: number, make: (at: number) => Promise<T>) => Array.from({ length: count }, (_, at) => make(at))

/** How many calls came to what: 'done', or the code of a refusal. Anything else that reaches a caller is a fault. */
async function outcomes(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const one of await Promise.allSettled(calls)) {
    if (one.status === 'rejected' && !(one.reason instanceof DeskError)) throw one.reason
    const code = one.status === 'fulfilled' ? 'done' : one.reason.code
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}

/** Somebody who works for a client and signs in, and the client's owner. */
async function employed(name: string, email = `${newId()}@client.test`) {
  const owner = await givenMember(desk)
  const place = { accountId: owner.accountId, roles: ['technical'], name, email } as const
  const { actor: member } = await givenLogin(desk, await givenMember(desk, place))
  return { owner, member, email }
}

const asking = async (member: MemberActor, kind: 'erasure' | 'restriction' | 'access', words: string) =>
  (await as(member).call(makeRequest, { kind, words })).caseId
const erase = (caseId: string, ...persons: MemberActor[]) =>
  staff().call(eraseFor, {
    caseId,
    persons: persons.map(({ personId }) => ({ personId, scope: 'person' as const })),
    ...yes,
  })
const ticket = (actor: MemberActor | StaffActor, words: string, accountId?: string) =>
  desk.as(actor).call(openTicket, { accountId, subject: words, body: words, sendingId: newId() })
const file = (actor: MemberActor | StaffActor, words: string, accountId?: string) =>
  desk.as(actor).call(addAttachment, { accountId, name: `${words}.txt`, content: Buffer.from(words) as never })

/** Erased once, with one line of each ledger, and nothing left anywhere of what they were called. */
async function expectErasedOnce(accountId: string, persons: readonly string[], names: readonly string[]) {
  await desk.runJobs(4)
  const entries = await rows('select persons from base.erasure_entry where account_id = $1', [accountId])
  expect(entries.map((entry) => entry.persons.toSorted())).toEqual([persons.toSorted()])
  const outside = (await desk.tools.ledger.read()).filter((line) => line.accountId === accountId)
  expect(outside.filter(({ kind }) => kind === 'erasure')).toHaveLength(1)
  const needles = names.map((value) => ({ label: value, value }))
  expect(await leftAfterScrub(desk.owner, needles)).toEqual([])
  for (const scope of ['person', 'account'] as const) expect(await rowsLeft(desk.owner, maps, scope)).toBe(0)
  expect(await markerFaults(desk.owner, maps)).toEqual([])
  expect(await verifyChain(desk.owner)).toMatchObject({ whole: true })
}

describe('at the same moment', () => {
  it('who leaves is not erased once more by the request that a colleague of theirs, the same human, made', async () => {
    const email = `${newId()}@client.test`
    const here = await employed('Sanda Bârzan', email)
    const there = await employed('Sanda Bârzan', email)
    const caseId = await asking(here.member, 'erasure', 'Peste tot.')
    const holding = await desk.owner.connect()
    await holding.query('begin')
    await holding.query('select from base.person where id = $1 for update', [there.member.personId])
    const leaving = as(there.member).call(endPerson, yes)
    await waitingFor(1)
    const erasing = erase(caseId, here.member, there.member)
    await waitingFor(2)
    await holding.query('commit')
    holding.release()
    expect(await outcomes([leaving, erasing])).toEqual({ done: 1, not_found: 1 })
    // Asked again, it is about whoever is left.
    await erase(caseId, here.member)
    await expectErasedOnce(there.member.accountId, [there.member.personId], [])
    await expectErasedOnce(here.member.accountId, [here.member.personId], ['Bârzan', email])
  })

  it('an erasure is one, whatever else is decided of the person’s requests, and nobody is blocked', async () => {
    const { member, email } = await employed('Bogdan Țâru')
    const ids = await Promise.all(many(5, (at) => asking(member, 'erasure', `Țâru ${at}`)))
    const counts = await outcomes([
      ...ids.map((caseId) => erase(caseId, member)),
      ...many(3, () => as(member).call(endPerson, yes)),
      ...ids.map((caseId) => staff().call(decideRequest, { caseId, decision: 'refuse', reasons: why, by: 'mail' })),
      ...ids.map((caseId) => staff().call(extendRequest, { caseId, reasons: why, by: 'mail' })),
    ])
    // Nobody lost so many deadlocks as to be told to come back.
    expect(counts).not.toHaveProperty('busy')
    expect(counts.done).toBeGreaterThan(0)
    await expectErasedOnce(member.accountId, [member.personId], ['Țâru', email])
  })

  it('what the person writes, corrects, chooses and asks for comes before their erasure or not at all', async () => {
    const { member, email } = await employed('Cezar Gâtej')
    const counts = await outcomes([
      // What is done for the company stays with it; the person is taken out of it.
      ...many(6, (at) => ticket(member, `Serverul ${at}`)),
      ...many(4, () => file(member, 'jurnal')),
      ...many(4, (at) => as(member).call(correctOwn, { name: `Gâtej ${at}` })),
      as(member).call(endPerson, yes),
      ...many(4, (at) => as(member).call(setChoice, { purpose: 'improvement', choice: at % 2 ? 'on' : 'off' })),
      ...many(4, (at) => asking(member, at % 2 ? 'restriction' : 'access', `Gâtej ${at}`)),
      ...many(4, (at) => as(member).call(correctOwn, { phone: `+4072200000${at}` })),
    ])
    expect(counts.done).toBeGreaterThan(0)
    await expectErasedOnce(member.accountId, [member.personId], ['Gâtej', email, '4072200000'])
  })

  it('the end of an account, an erasure by request and what the staff write meanwhile come one after the other', async () => {
    const { owner, member, email } = await employed('Dora Hâncu')
    const { accountId } = owner
    const caseId = await asking(member, 'erasure', 'Hâncu')
    const restricted = await asking(member, 'restriction', 'Hâncu')
    const counts = await outcomes([
      ...many(4, (at) => ticket(technician, `Hâncu ${at}`, accountId)),
      ...many(3, () => as(owner).call(endAccount, yes)),
      erase(caseId, member),
      ...many(4, () => file(technician, 'Hâncu', accountId)),
      ...many(4, () => file(member, 'Hâncu')),
      as(member).call(endRestriction, { caseId: restricted }),
      ...many(4, (at) => ticket(technician, `Hâncu ${at}`, accountId)),
      ...many(4, (at) => as(owner).call(correctCompany, { phone: `+4021000000${at}` })),
      as(member).call(endPerson, yes),
    ])
    expect(counts.done).toBeGreaterThan(0)
    await desk.runJobs(4)
    const entries = await rows('select persons from base.erasure_entry where account_id = $1', [accountId])
    const persons = entries.flatMap((entry) => entry.persons as string[])
    expect(persons.toSorted()).toEqual([owner.personId, member.personId].toSorted())
    expect(
      await leftAfterScrub(
        desk.owner,
        [email, 'Hâncu'].map((value) => ({ label: value, value })),
      ),
    ).toEqual([])
    expect(await rowsLeft(desk.owner, maps, 'account')).toBe(0)
  })

  it('an account comes to its end however much is written in it, and nothing of that is left', async () => {
    const { actor: owner } = await givenLogin(desk, await givenMember(desk, { name: 'Ana Lăpuș' }))
    const { accountId } = owner
    const signedIn = (await givenLogin(desk, technician)).actor
    const requests = await Promise.all(many(4, () => askedServer(desk, signedIn, accountId)))
    const colleague = (at: number) => ({ name: 'Dan Lăpuș', email: `dan${at}@lapus.test`, language: 'ro' as const })
    const invite = (at: number) => as(owner).call(invitePerson, { ...colleague(at), roles: ['technical'] })
    const writing = outcomes([
      ...requests.map((ids) => deposited(desk, owner, ids)),
      ...many(5, invite),
      ...many(4, () => askedServer(desk, signedIn, accountId)),
      ...many(4, () => as(owner).call(createApiKey, { name: 'Lăpuș', days: 90 })),
      ...many(4, () => ticket(owner, 'Lăpuș')),
    ])
    const ending = outcomes(many(2, () => as(owner).call(endAccount, yes)))
    const later = outcomes(many(5, (at) => invite(at + 5)))
    expect(await ending).toEqual({ done: 1, already_ended: 1 })
    await Promise.all([writing, later])
    await desk.runJobs(4)
    expect(await rows('select from base.erasure_entry where account_id = $1', [accountId])).toHaveLength(1)
    const needles = ['Lăpuș', 'lapus.test'].map((value) => ({ label: value, value }))
    expect(await leftAfterScrub(desk.owner, needles)).toEqual([])
    expect(await rowsLeft(desk.owner, maps, 'account')).toBe(0)
  })

  it('a job that would erase who is erased already has nothing to do', async () => {
    const { owner } = await employed('Horia Rus')
    await as(owner).call(endAccount, yes)
    await desk.runJob('prospect.end', { accountId: owner.accountId })
    expect(await rows('select from base.erasure_entry where account_id = $1', [owner.accountId])).toHaveLength(1)
  })

  it('each correction starts from what the one before it left', async () => {
    const { owner } = await employed('Flavia Ionescu')
    await desk.owner.query(`update base.account set postal_code = '500001' where id = $1`, [owner.accountId])
    const corrected = await outcomes([
      ...many(8, (at) => as(owner).call(correctOwn, { name: `Flavia ${at}` })),
      ...many(8, (at) => as(owner).call(correctCompany, { phone: `+4021000000${at}` })),
    ])
    expect(corrected).toEqual({ done: 16 })
    for (const subject of ['person', 'account']) {
      const noted = await rows('select before from base.correction where person_id = $1 and subject = $2', [
        owner.personId,
        subject,
      ])
      expect(new Set(noted.map(({ before }) => before)).size, subject).toBe(8)
    }
  })

  it('restrictions, objections and their ends do not block each other', async () => {
    const { member } = await employed('Gina Jalbă')
    const ids = await Promise.all(many(8, (at) => asking(member, 'restriction', `Jalbă ${at}`)))
    expect(await outcomes(ids.map((caseId) => as(member).call(endRestriction, { caseId })))).toEqual({ done: 8 })
    expect(await markerFaults(desk.owner, maps)).toEqual([])
  })

  it('one code tried fifty times opens once', async () => {
    const { email, member } = await employed('Ema Kiss')
    await visitor().call(askRequest, { email, kind: 'access', language: 'ro' })
    const sent = await lastCode(email)
    const { done, ...refused } = await outcomes(many(50, () => visitor().call(enterRequest, sent)))
    expect(done).toBe(1)
    expect(Object.keys(refused).sort()).toEqual(['invalid', 'too_many'])
    const steps = await rows(
      `select s.kind from base.rights_step s join base.rights_case c on c.id = s.case_id
       where c.person_id = $1 and s.kind in ('identity_shown', 'answered') order by s.at, s.id`,
      [member.personId],
    )
    expect(steps).toEqual([{ kind: 'identity_shown' }, { kind: 'answered' }])
  })
})

describe('a request that is open when the data of who made it ends', () => {
  const stateOf = async (caseId: string) => {
    const [row] = await rows(
      `select c.status, c.outcome, c.words, c.closed_at is not null as dated, a.kind, a.document, a.reasons
       from base.rights_case c left join base.rights_answer a on a.account_id = c.account_id and a.id = c.answer_id where c.id = $1`,
      [caseId],
    )
    return row
  }

  it('is answered by the end: no clock runs on about nobody', async () => {
    const { owner, member, email } = await employed('Lia Munteanu')
    const erasure = await asking(member, 'erasure', 'Munteanu')
    const access = await asking(member, 'access', 'Munteanu, și notele interne.')
    const others = await asking(owner, 'access', 'Și notele interne.')
    await visitor().call(askRequest, { email, kind: 'access', language: 'ro' })
    const overdue = { ...privacy, freshAt: new Date() }
    const before = await desk.as(overdue).call(listQueue, {})
    await as(member).call(endPerson, yes)
    expect(await stateOf(erasure)).toEqual({
      status: 'closed',
      outcome: 'done',
      words: '—',
      dated: true,
      kind: 'answer',
      document: {},
      reasons: '—',
    })
    expect(await stateOf(access)).toMatchObject({ status: 'closed', outcome: 'done', kind: 'answer', words: '—' })
    expect(await stateOf(others)).toMatchObject({ status: 'open' })
    const after = await desk.as(overdue).call(listQueue, {})
    expect([after.open, after.unproven]).toEqual([before.open - 3, before.unproven - 1])
    await expectErasedOnce(member.accountId, [member.personId], ['Munteanu', email])
  })

  it('goes on about the other accounts of the same human, under the same deadline', async () => {
    const email = `${newId()}@client.test`
    const here = await employed('Mihai Oprea', email)
    const there = await employed('Mihai Oprea', email)
    const caseId = await asking(here.member, 'access', 'Tot ce aveți.')
    const [asked] = await rows('select received_at, due_on from base.rights_case where id = $1', [caseId])
    await as(here.owner).call(endAccount, yes)
    expect(await stateOf(caseId)).toMatchObject({ status: 'closed', outcome: 'done' })
    const [goesOn] = await rows(`select * from base.rights_case where person_id = $1`, [there.member.personId])
    expect(goesOn).toMatchObject({ ...asked, status: 'open', identity: 'session', words: 'Tot ce aveți.' })
    await staff().call(decideRequest, { caseId: goesOn.id, decision: 'grant', by: 'mail' })
  })
})

/** Until that many stand before a lock that another holds. */
async function waitingFor(count: number): Promise<void> {
  for (;;) {
    const { rows } = await desk.owner.query<{ n: number }>(
      `select count(distinct l.pid)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and a.datname = current_database()`,
    )
    if ((rows[0]?.n ?? 0) >= count) return
    await new Promise((next) => setImmediate(next))
  }
}
