/** P1: a request of a client's own customer reaches that client, and where nobody there can be written to it waits for the staff. */
import { afterAll, expect, it } from 'vitest'
import { givenAccount, givenMember } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { looking } from '../../../test/support/promises.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { newId } from '../../platform/database/id.ts'
import { decideRequest } from '../desk/decide-request.ts'
import { vouchIdentity } from '../desk/identity-of-asker.ts'
import { showCase } from '../desk/show-case.ts'
import { askRequest } from './ask-request.ts'
import { enterRequest } from './link-request.ts'

const { desk, privacy } = await privacyDesk()
const checks = await looking(desk)
afterAll(() => checks.close())
const { staff, visitor, rows, note, lastCode } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const holds = async () => (await checks.look('P1', 'passed_on')).holds

/** A customer of a client: neither signs in nor has a place in the account. */
async function customerOf(accountId: string, email: string | null = `${newId()}@client.test`) {
  const personId = newId()
  await desk.owner.query(
    `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Dan Ene', $3, 'ro')`,
    [accountId, personId, email],
  )
  return { accountId, personId, email: email ?? '' }
}

async function asks(email: string): Promise<string> {
  await visitor().call(askRequest, { email, kind: 'access', language: 'ro' })
  await visitor().call(enterRequest, await lastCode(email))
  const [row] = await rows(
    'select c.id from base.rights_case c join base.person p on p.id = c.person_id where p.email = $1',
    [email],
  )
  return row.id
}
const state = async (caseId: string) =>
  (
    await rows(
      `select c.status, c.outcome, p.passed_on_at is not null as passed from base.rights_case c
       join base.rights_case_person p on p.case_id = c.id where c.id = $1`,
      [caseId],
    )
  )[0]
const passedLetters = async (email: string) =>
  (await lettersTo(desk, email)).filter(({ kind }) => kind === 'request_passed_on').length

it('is not said to be passed on where nobody could be told: the staff pass it on by hand, and say so', async () => {
  const accountId = await givenAccount(desk, 'Fără Proprietar SRL')
  const caseId = await asks((await customerOf(accountId)).email)
  expect(await state(caseId)).toEqual({ status: 'open', outcome: null, passed: false })
  expect((await staff().call(showCase, { caseId })).persons).toMatchObject([
    { capacity: 'processor', passedOnAt: null },
  ])
  expect(await holds()).toBe(true)
  // A client who waits for days for what is theirs to answer is kept from it.
  await desk.owner.query(
    `update base.rights_case set received_at = received_at - interval '4 days', identity_at = identity_at - interval '4 days' where id = $1`,
    [caseId],
  )
  expect(await holds()).toBe(false)
  await staff().call(decideRequest, { caseId, decision: 'grant', by: 'mail' })
  expect(await state(caseId)).toEqual({ status: 'closed', outcome: 'passed_on', passed: true })
  expect(
    await rows(`select by_kind from base.rights_step where case_id = $1 and kind = 'passed_on'`, [caseId]),
  ).toEqual([{ by_kind: 'staff' }])
  expect(await holds()).toBe(true)
})

it('goes to the owner who is there by the time the staff answer', async () => {
  const accountId = await givenAccount(desk, 'Cu Întârziere SRL')
  const caseId = await asks((await customerOf(accountId)).email)
  const email = `${newId()}@client.test`
  await givenMember(desk, { accountId, email })
  await staff().call(decideRequest, { caseId, decision: 'grant', by: 'mail' })
  expect(await passedLetters(email)).toBe(1)
  expect(await state(caseId)).toMatchObject({ outcome: 'passed_on', passed: true })
})

it('that came by post is answered by post and stays one that was passed on', async () => {
  const accountId = await givenAccount(desk)
  const email = `${newId()}@client.test`
  await givenMember(desk, { accountId, email })
  const { caseId } = await note(await customerOf(accountId, null), { kind: 'access' })
  await staff().call(vouchIdentity, { caseId })
  expect(await passedLetters(email)).toBe(1)
  await staff().call(decideRequest, { caseId, decision: 'grant', by: 'post' })
  expect(await passedLetters(email)).toBe(1)
  expect(await state(caseId)).toMatchObject({ status: 'closed', outcome: 'passed_on' })
  expect(await holds()).toBe(true)
})
