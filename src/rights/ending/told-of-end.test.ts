/** Article 19 where nobody made a request: whoever received data is told that it was erased, and the person reads who is. */
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { givenLogin, givenMember, givenProcessor } from '../../../test/support/given.ts'
import { startMailServer, textOf } from '../../../test/support/mail-server.ts'
import { looking } from '../../../test/support/promises.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { removeChild } from '../../children/decide-report.ts'
import { makeChildReport } from '../../children/make-report.ts'
import { makeLetters } from '../../letters/letters.ts'
import { newId } from '../../platform/database/id.ts'
import { smtpPost } from '../../platform/mail/post.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { liftSilence } from '../../registers/disclosures/lift-silence.ts'
import { noteDisclosure } from '../../registers/disclosures/note-disclosure.ts'
import { eraseFor } from '../desk/erase-for.ts'
import { listQueue } from '../desk/list-queue.ts'
import { settleRecipient } from '../desk/settle-recipient.ts'
import { showCase } from '../desk/show-case.ts'
import { makeRequest } from '../request/make-request.ts'
import { endAccount } from './end-account.ts'
import { endPerson } from './end-person.ts'
import { accountEndPlan, personEndPlan } from './end-plan.ts'
import { endProspect } from './end-prospects.ts'
import { listErasures } from './list-erasures.ts'
import { showReceipt } from './show-receipt.ts'

const { desk, privacy } = await privacyDesk()
const checks = await looking(desk)
afterAll(() => checks.close())
const { staff, as, visitor, rows } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const lawyers = 'Cabinet de avocat Țepeș'
const yes = { understood: 'yes' } as const

/** Data of these given to somebody by the real way, and told. */
async function disclosed(to: string, ...personIds: string[]): Promise<string> {
  const disclosureId = await noted(to, null, personIds)
  await desk.runJobs()
  return disclosureId
}

async function noted(to: string, forbidden: { by: string; until: null } | null, personIds: string[]): Promise<string> {
  const people = await rows('select email from base.person where id = any ($1)', [personIds])
  const { disclosureId } = await staff().call(noteDisclosure, {
    kind: 'rights',
    askedBy: to,
    ground: 'apărarea unui drept în instanță',
    reference: 'dosar 12/2026',
    what: 'numele și funcția',
    categories: ['identification'],
    emails: [...new Set(people.map(({ email }) => email))],
    indicators: [],
    givenAt: new Date(Date.now() - 60_000).toISOString(),
    forbidden,
  })
  return disclosureId
}

async function signedIn(place: { accountId?: string; roles?: readonly ['technical']; email?: string } = {}) {
  return (await givenLogin(desk, await givenMember(desk, place))).actor as MemberActor
}

const caseOf = async (accountId: string) =>
  await rows(`select id, kind, status, outcome, person_id from base.rights_case where account_id = $1`, [accountId])
const waiting = async (caseId: string) =>
  (
    await rows(`select recipient from base.rights_recipient where case_id = $1 and status = 'to_tell' order by 1`, [
      caseId,
    ])
  ).map(({ recipient }) => recipient)
const named = Object.entries(policy.recipients).flatMap(([name, { role }]) => (role === 'processor' ? [] : [name]))

it('who leaves is passed on as after a request, and the receipt follows what the rights desk does', async () => {
  const owner = await signedIn()
  const member = await signedIn({ accountId: owner.accountId, roles: ['technical'] })
  const other = await signedIn({ accountId: owner.accountId, roles: ['technical'] })
  const given = await disclosed(lawyers, member.personId)
  await disclosed('Altcineva SRL', owner.personId)
  expect((await as(member).call(personEndPlan, {})).told.map(({ ro }) => ro)).toContain(lawyers)
  expect(JSON.stringify(await as(other).call(personEndPlan, {}))).not.toContain(lawyers)

  const { receiptToken, receipt } = await as(member).call(endPerson, yes)
  const [request] = await caseOf(owner.accountId)
  expect(request).toMatchObject({ kind: 'erasure', status: 'closed', outcome: 'done', person_id: member.personId })
  expect(await waiting(request.id)).toEqual([lawyers, ...named].sort())
  expect(receipt.recipients.find(({ recipient }) => recipient === lawyers)).toMatchObject({ status: 'to_tell' })

  // Whom the rights desk has to tell, and by what: the name is gone, the entry of the register is not.
  const { requests } = await staff().call(listQueue, { list: 'to_tell' })
  expect(requests.map(({ id }) => id)).toContain(request.id)
  const shown = await staff().call(showCase, { caseId: request.id })
  const told = shown.recipients.find(({ recipient }) => recipient === lawyers)
  expect(told).toMatchObject({ status: 'to_tell', disclosures: [given] })
  expect(shown.isErased).toBe(true)
  const { erasures } = await staff().call(listErasures, {})
  expect(erasures.find(({ id }) => id === receipt.reference)?.caseId).toBe(request.id)

  await staff().call(settleRecipient, { caseId: request.id, recipientId: told?.id ?? '', how: 'letter' })
  const again = await visitor().call(showReceipt, { token: receiptToken })
  expect(again.recipients.find(({ recipient }) => recipient === lawyers)).toMatchObject({
    status: 'told',
    how: 'letter',
    disclosures: [],
  })
})

it('asks the rights desk for the same as an erasure by request does', async () => {
  const owner = await signedIn()
  const [one, two] = [
    await signedIn({ accountId: owner.accountId, roles: ['technical'] }),
    await signedIn({ accountId: owner.accountId, roles: ['technical'] }),
  ]
  await disclosed(lawyers, one.personId, two.personId)
  const { caseId } = await as(one).call(makeRequest, { kind: 'erasure', words: 'Tot.' })
  await staff().call(eraseFor, { caseId, persons: [{ personId: one.personId, scope: 'person' }], ...yes })
  await as(two).call(endPerson, yes)
  const own = (await caseOf(owner.accountId)).find((row) => row.person_id === two.personId)
  const all = async (id: string) =>
    await rows('select recipient, status, how from base.rights_recipient where case_id = $1 order by 1', [id])
  expect(await all(own.id)).toEqual(await all(caseId))
})

it('an account that ends passes on its colleagues too, and tells each of their own alone', async () => {
  const server = await startMailServer()
  onTestFinished(() => server.stop())
  const post = smtpPost(server.url)
  const { letters } = desk.tools
  Object.assign(desk.tools, { letters: makeLetters(desk.tools.keys, post) })
  onTestFinished(async () => {
    await post.close()
    Object.assign(desk.tools, { letters })
  })
  await givenProcessor(desk)
  const [mine, theirs] = [`${newId()}@client.test`, `${newId()}@client.test`]
  const owner = await signedIn({ email: mine })
  const colleague = await signedIn({ accountId: owner.accountId, roles: ['technical'], email: theirs })
  const customer = newId()
  await desk.owner.query(
    `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Clientul clientului', $3, 'ro')`,
    [owner.accountId, customer, `${customer}@y.test`],
  )
  await disclosed(lawyers, colleague.personId)
  await disclosed('Banca Mea', owner.personId)
  await disclosed('Al Clientului SRL', customer)
  const plan = (await as(owner).call(accountEndPlan, {})).told.map(({ ro }) => ro)
  expect(plan).toContain('Banca Mea')
  expect(plan).not.toContain(lawyers)

  const { receiptToken, receipt } = await as(owner).call(endAccount, yes)
  const [request] = await caseOf(owner.accountId)
  // What is held for a client is that client's to pass on.
  expect(await waiting(request.id)).toEqual(['Banca Mea', lawyers, ...named].sort())
  await desk.runJobs()
  const shown = await visitor().call(showReceipt, { token: receiptToken })
  for (const one of [receipt, shown]) {
    expect(one.recipients.map(({ recipient }) => recipient)).toEqual(expect.arrayContaining(named))
    expect(JSON.stringify(one)).not.toMatch(/Banca Mea|Cabinet/)
  }
  const [toMe, toThem] = [mine, theirs].map((address) => {
    const letter = server.letters.findLast(({ to }) => to.includes(address))
    return letter ? textOf(letter) : ''
  })
  expect(toMe).toContain('Banca Mea')
  expect(toMe).not.toContain(lawyers)
  expect(toThem).toContain(lawyers)
  expect(toThem).not.toContain('Banca Mea')
})

it('who is in several accounts leaves one, and what is told is of that one', async () => {
  const email = `${newId()}@client.test`
  const [here, there] = [await givenMember(desk, { email }), await givenMember(desk, { email })]
  await disclosed(lawyers, here.personId)
  await as(here).call(endAccount, yes)
  expect(await caseOf(there.accountId)).toEqual([])
  const [request] = await caseOf(here.accountId)
  expect(await rows('select person_id from base.rights_case_person where case_id = $1', [request.id])).toEqual([
    { person_id: here.personId },
  ])
  await as(there).call(endAccount, yes)
  const [second] = await caseOf(there.accountId)
  expect(await waiting(second.id)).toContain(lawyers)
})

it('an erasure of a whole account by request passes on all who go with it', async () => {
  const owner = await signedIn()
  const colleague = await signedIn({ accountId: owner.accountId, roles: ['technical'] })
  await disclosed(lawyers, colleague.personId)
  const { caseId } = await as(owner).call(makeRequest, { kind: 'erasure', words: 'Tot.' })
  await staff().call(eraseFor, { caseId, persons: [{ personId: owner.personId, scope: 'account' }], ...yes })
  expect(await waiting(caseId)).toContain(lawyers)
})

it('a child who is removed is passed on as well', async () => {
  const child = await givenMember(desk, { email: `${newId()}@scoala.test` })
  const given = await disclosed(lawyers, child.personId)
  const report = { kind: 'under_age', aboutWhom: 'copil', language: 'ro' } as const
  await desk.as({ kind: 'visitor' }).call(makeChildReport, report as never)
  const [{ id: reportId }] = await rows('select id from base.child_report order by number desc limit 1')
  const persons = [{ accountId: child.accountId, personId: child.personId, scope: 'account' as const }]
  await staff().call(removeChild, { reportId, persons, knownBy: 'parent', ...yes })
  const [request] = await caseOf(child.accountId)
  const shown = await staff().call(showCase, { caseId: request.id })
  expect(shown.recipients.find(({ recipient }) => recipient === lawyers)).toMatchObject({ disclosures: [given] })
})

it('ten ends at once note it once, and an end that a claim forbids notes nothing', async () => {
  const owner = await signedIn()
  await disclosed(lawyers, owner.personId)
  await desk.owner.query(
    `insert into base.legal_hold (account_id, id, person_id, reason, set_by, set_at) values ($1, $2, null, 'proces', $3, now())`,
    [owner.accountId, newId(), privacy.staffId],
  )
  await expect(as(owner).call(endAccount, yes)).rejects.toMatchObject({ code: 'legal_hold' })
  expect(await caseOf(owner.accountId)).toEqual([])
  await desk.owner.query('update base.legal_hold set released_at = now(), released_by = $2 where account_id = $1', [
    owner.accountId,
    privacy.staffId,
  ])
  const ends = await Promise.allSettled(Array.from({ length: 10 }, () => as(owner).call(endAccount, yes)))
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await caseOf(owner.accountId)).toHaveLength(1)
})

it('who got data is told although the person’s own letter had not left, but of a silence by law nothing is said', async () => {
  const owner = await signedIn()
  const forbidden = { by: 'art. 10 din Legea 365/2002', until: null }
  await noted('Parchetul', forbidden, [owner.personId])
  const lifted = await noted('Poliția', forbidden, [owner.personId])
  await staff().call(liftSilence, { disclosureId: lifted, why: 'cauza s-a închis' })
  await noted(lawyers, null, [owner.personId])
  const { receipt } = await as(owner).call(endAccount, yes)
  const [request] = await caseOf(owner.accountId)
  expect(await waiting(request.id)).toEqual([lawyers, 'Poliția', ...named].sort())
  expect(JSON.stringify(receipt)).not.toContain('Parchetul')
})

it('what ends because its period is over is told to nobody', async () => {
  const accountId = newId()
  const personId = newId()
  await desk.owner.query(
    `insert into base.account (id, kind, name, language, created_at) values ($1, 'prospect', 'Dan', 'ro', now() - interval '900 days')`,
    [accountId],
  )
  await desk.owner.query(
    `insert into base.person (account_id, id, name, email, language, created_at) values ($1, $2, 'Dan', $3, 'ro', now() - interval '900 days')`,
    [accountId, personId, `${personId}@vizitator.test`],
  )
  await disclosed(lawyers, personId)
  expect(await desk.as({ kind: 'system', job: 'test' }).call(endProspect, { accountId })).toEqual({ ended: true })
  expect(await caseOf(accountId)).toEqual([])
  const { erasures } = await staff().call(listErasures, {})
  expect(erasures.find((one) => one.accountId === accountId)?.caseId).toBeNull()
})

it('an erasure that nobody is told of, and a recipient who waits too long, break the promise', async () => {
  const member = await signedIn()
  await as(member).call(endAccount, yes)
  const [{ id: caseId }] = await caseOf(member.accountId)
  const holds = async () => (await checks.look('P34', 'passed_on')).holds
  expect(await holds()).toBe(true)
  const broken: readonly (readonly [string, string])[] = [
    [
      'update base.erasure_entry set case_id = null where case_id = $1',
      'update base.erasure_entry set case_id = $1 where account_id = (select account_id from base.rights_case where id = $1)',
    ],
    [
      `update base.rights_recipient set recipient = 'nimeni' where case_id = $1 and recipient = 'tax_authority'`,
      `update base.rights_recipient set recipient = 'tax_authority' where case_id = $1 and recipient = 'nimeni'`,
    ],
    [
      `update base.rights_recipient set created_at = now() - interval '32 days' where case_id = $1`,
      'update base.rights_recipient set created_at = now() where case_id = $1',
    ],
  ]
  for (const [breaks, mends] of broken) {
    await desk.owner.query(breaks, [caseId])
    expect(await holds(), breaks).toBe(false)
    await desk.owner.query(mends, [caseId])
    expect(await holds(), mends).toBe(true)
  }
})
