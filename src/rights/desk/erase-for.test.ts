import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProcessor, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { rightsDesk } from '../../../test/support/rights-desk.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { showReceipt } from '../ending/show-receipt.ts'
import { enterRequest } from '../request/link-request.ts'
import { makeRequest } from '../request/make-request.ts'
import { decideRequest } from './decide-request.ts'
import { eraseFor, erasurePlan } from './erase-for.ts'
import { askIdentity, vouchIdentity } from './identity-of-asker.ts'
import { showCase } from './show-case.ts'

let desk: TestDesk
const at = new Date()
let privacy: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true, now: () => at })
  await givenProvider(desk)
  await givenProcessor(desk)
  privacy = await givenStaff(desk, { roles: ['privacy'], email: 'privacy@provider.test' })
})
afterAll(() => desk.close())

const { staff, as, visitor, rows, note, lastCode } = rightsDesk(() => ({ desk, privacy, at }))
const address = () => `${newId()}@client.test`
const why = 'Cererea se repetă a treia oară în această lună, fără nimic nou.'
const made = async (member: MemberActor, input: { kind: 'erasure'; words?: string }) =>
  (await as(member).call(makeRequest, input)).caseId

describe('an erasure by request', () => {
  const yes = 'yes' as const

  it('shows its plan to the privacy staff alone, and does nothing without a yes', async () => {
    const member = await givenMember(desk)
    const caseId = await made(member, { kind: 'erasure' })
    const technician = { ...(await givenStaff(desk, { roles: ['technician'] })), freshAt: at }
    await expect(desk.as(technician).call(erasurePlan, { caseId })).rejects.toMatchObject({ code: 'role' })
    const input = {
      caseId,
      persons: [{ personId: member.personId, scope: 'account' as const }],
      understood: 'no' as 'yes',
    }
    await expect(staff().call(eraseFor, input)).rejects.toMatchObject({ fields: { understood: expect.any(String) } })
    const other = await givenMember(desk)
    const foreign = { ...input, persons: [{ personId: other.personId, scope: 'account' as const }], understood: yes }
    await expect(staff().call(eraseFor, foreign)).rejects.toMatchObject({ code: 'not_found' })
    expect(
      await rows('select from base.person where id = any ($1) and erased_at is null', [
        [member.personId, other.personId],
      ]),
    ).toHaveLength(2)
  })

  it('is planned first, answered, done, and leaves a case that names nobody', async () => {
    const email = address()
    const owner = await givenMember(desk)
    const member = await givenMember(desk, {
      accountId: owner.accountId,
      roles: ['technical'],
      name: 'Dan Șters',
      email,
    })
    const caseId = await made(member, { kind: 'erasure', words: 'Ștergeți-mă, sunt Dan Șters.' })
    const { persons } = await staff().call(erasurePlan, { caseId })
    expect(persons).toMatchObject([{ personId: member.personId, ways: [{ scope: 'person' }], held: false }])
    expect(persons[0]?.ways[0]?.outcome.erased.map((one) => one.label.en)).toContain('People')
    const grant = staff().call(decideRequest, { caseId, decision: 'grant', by: 'mail' })
    await expect(grant).rejects.toMatchObject({ code: 'erase_by_plan' })
    const erase = (scope: 'person' | 'account') =>
      staff().call(eraseFor, { caseId, persons: [{ personId: member.personId, scope }], understood: yes })
    await expect(erase('account')).rejects.toMatchObject({ code: 'scope' })
    const results = await Promise.allSettled([erase('person'), erase('person')])
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    await desk.runJobs()
    const [row] = await rows('select * from base.rights_case where id = $1', [caseId])
    expect(row).toMatchObject({ status: 'closed', outcome: 'done', words: '—' })
    const left = JSON.stringify([
      await rows('select * from base.rights_answer where case_id = $1', [caseId]),
      await rows('select * from base.rights_step where case_id = $1', [caseId]),
      await rows('select * from base.person where id = $1', [member.personId]),
    ])
    expect(left).not.toContain('Șters')
    expect(await staff().call(showCase, { caseId })).toMatchObject({ isErased: true, outcome: 'done' })
    expect(await rows('select from base.person where id = $1 and erased_at is null', [owner.personId])).toHaveLength(1)
  })

  it('takes the account along where the last owner asks, and is refused while a claim holds it', async () => {
    const owner = await givenMember(desk)
    const caseId = await made(owner, { kind: 'erasure' })
    const { persons } = await staff().call(erasurePlan, { caseId })
    expect(persons[0]?.ways.map((one) => one.scope)).toEqual(['account'])
    const holdId = newId()
    await desk.owner.query(
      `insert into base.legal_hold (account_id, id, reason, set_by) values ($1, $2, 'Litigiu', $3)`,
      [owner.accountId, holdId, privacy.staffId],
    )
    const erase = () =>
      staff().call(eraseFor, { caseId, persons: [{ personId: owner.personId, scope: 'account' }], understood: yes })
    await expect(erase()).rejects.toMatchObject({ code: 'legal_hold' })
    await desk.owner.query('update base.legal_hold set released_at = now(), released_by = $2 where id = $1', [
      holdId,
      privacy.staffId,
    ])
    await erase()
    await desk.runJobs()
    expect(
      await rows('select from base.account where id = $1 and erased_at is not null', [owner.accountId]),
    ).toHaveLength(1)
  })

  it('sends the receipt to who asked without an account, at the address the code proved', async () => {
    const sent: { to: string; text: string }[] = []
    const mutable = desk.tools as { letters: TestDesk['tools']['letters'] }
    const before = mutable.letters
    const email = address()
    const { caseId } = await note({ name: 'Vasile Rece', email }, { kind: 'erasure' })
    await staff().call(askIdentity, { caseId })
    await visitor().call(enterRequest, await lastCode(email))
    const { persons } = await staff().call(erasurePlan, { caseId })
    await staff().call(eraseFor, {
      caseId,
      persons: [{ personId: persons[0]?.personId ?? '', scope: 'account' }],
      understood: yes,
    })
    mutable.letters = {
      ...before,
      server: { send: async ({ to, text }) => void sent.push({ to, text }), close: () => undefined },
    }
    try {
      await desk.runJobs()
    } finally {
      mutable.letters = before
    }
    expect(sent.map((one) => one.to)).toEqual([email])
    const token = /receipt\/([\w-]{43})/.exec(sent[0]?.text ?? '')?.[1] ?? ''
    expect((await visitor().call(showReceipt, { token })).erased.length).toBeGreaterThan(0)
    expect(sent[0]?.text).toContain('dataprotection.ro')
  })

  it('leaves out whom it keeps only with reasons', async () => {
    const email = address()
    const here = await givenMember(desk, { email })
    const there = await givenMember(desk, { email })
    const { caseId } = await note(here, { kind: 'erasure' })
    await staff().call(vouchIdentity, { caseId })
    const only = { caseId, persons: [{ personId: here.personId, scope: 'account' as const }], understood: yes }
    await expect(staff().call(eraseFor, only)).rejects.toMatchObject({ code: 'reasons' })
    await staff().call(eraseFor, { ...only, reasons: why })
    expect(await rows('select outcome from base.rights_case where id = $1', [caseId])).toEqual([{ outcome: 'partly' }])
    expect(await rows('select from base.person where id = $1 and erased_at is null', [there.personId])).toHaveLength(1)
    await desk.runJobs()
  })

  it('erases every person of an address in one go, however many there are', async () => {
    const email = address()
    const asker = await givenMember(desk, { email })
    const ids = Array.from({ length: 50 }, () => newId())
    await desk.owner.query(
      `with places as (insert into base.account (id, kind, name, country, language)
         select id, 'prospect', 'Cineva', 'RO', 'ro' from unnest($1::uuid[]) id returning id)
       insert into base.person (account_id, id, name, email, language) select id, id, 'Cineva', $2, 'ro' from places`,
      [ids, email],
    )
    const { caseId } = await note(asker, { kind: 'erasure' })
    await staff().call(vouchIdentity, { caseId })
    const plan = await staff().call(erasurePlan, { caseId })
    expect(plan.persons).toHaveLength(51)
    const persons = plan.persons.map(({ personId, ways }) => ({ personId, scope: ways[0]?.scope ?? 'person' }))
    expect(await staff().call(eraseFor, { caseId, persons, understood: yes })).toMatchObject({ erased: 51 })
    expect(
      await rows('select from base.person where email = $1 or id = any ($2) and erased_at is null', [email, ids]),
    ).toEqual([])
    expect(await rows('select outcome from base.rights_case where id = $1', [caseId])).toEqual([{ outcome: 'done' }])
    await desk.runJobs()
  })

  it('gives the receipt to be posted where no letter can carry it, and to nobody else', async () => {
    const owner = await givenMember(desk)
    const member = await givenMember(desk, { accountId: owner.accountId, roles: ['technical'] })
    await desk.owner.query('update base.person set email = null where id = $1', [member.personId])
    const { caseId } = await note(member, { kind: 'erasure', words: 'Prin scrisoare.' })
    await staff().call(vouchIdentity, { caseId })
    const persons = [{ personId: member.personId, scope: 'person' as const }]
    const { toPost } = await staff().call(eraseFor, { caseId, persons, understood: yes })
    expect(toPost?.language).toBe('ro')
    const receipt = await visitor().call(showReceipt, { token: toPost?.receiptToken ?? '' })
    expect(receipt.scope).toBe('person')
    await desk.runJobs()
    // Where mail leaves and an address is held, the letter is the only one that opens it.
    const { letters } = desk.tools
    Object.assign(desk.tools, { letters: { ...letters, server: { send: async () => {} } } })
    try {
      const other = await givenMember(desk, { accountId: owner.accountId, roles: ['technical'] })
      const asked = await made(other, { kind: 'erasure', words: 'Tot.' })
      const one = [{ personId: other.personId, scope: 'person' as const }]
      expect((await staff().call(eraseFor, { caseId: asked, persons: one, understood: yes })).toPost).toBeNull()
    } finally {
      Object.assign(desk.tools, { letters })
    }
  })
})
