import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProvider } from '../../../test/support/given.ts'
import { type AnswerDocument, wordsOf } from '../answer/document.ts'
import { listRequests } from '../request/list-requests.ts'
import { showRequest } from '../request/show-request.ts'
import { correctCompany, correctOwn } from './correct.ts'
import { showParticulars } from './show-particulars.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
})
afterAll(() => desk.close())

const corrections = async (accountId: string) =>
  (
    await desk.owner.query(
      'select subject, field, before, after from base.correction where account_id = $1 order by id',
      [accountId],
    )
  ).rows

it('changes what was wrong, and keeps what stood before', async () => {
  const member = await givenMember(desk, { name: 'Iona Popa' })
  const { corrected } = await desk
    .as(member)
    .call(correctOwn, { name: 'Ioana Popa', phone: '+40 721 234 567', jobTitle: '' })
  expect(corrected).toBe(2)
  expect((await desk.as(member).call(showParticulars, {})).person).toEqual({
    name: 'Ioana Popa',
    phone: '+40 721 234 567',
    jobTitle: null,
  })
  expect(await corrections(member.accountId)).toEqual([
    { subject: 'person', field: 'name', before: 'Iona Popa', after: 'Ioana Popa' },
    { subject: 'person', field: 'phone', before: null, after: '+40 721 234 567' },
  ])
  expect(await desk.as(member).call(correctOwn, { name: 'Ioana Popa' })).toEqual({ corrected: 0 })
  const { cases } = await desk.as(member).call(listRequests, {})
  expect(cases).toMatchObject([{ kind: 'rectification', route: 'web', outcome: 'done' }])
  const shown = await desk.as(member).call(showRequest, { caseId: cases[0]?.id ?? '' })
  const words = wordsOf(shown.answers[0]?.document as AnswerDocument)
  for (const wanted of ['Nume: nume; Înainte: Iona Popa; Acum: Ioana Popa', 'furnizorul de găzduire', 'Magheru'])
    expect(words).toContain(wanted.replace('Nume: ', 'Câmpul: '))
  expect(shown.recipients.filter((one) => one.status === 'told').map((one) => one.recipient)).toEqual([
    'backup_store',
    'hosting',
    'mail',
  ])
})

it('lets an owner correct the company, and nobody else', async () => {
  const owner = await givenMember(desk)
  const technical = await givenMember(desk, { accountId: owner.accountId, roles: ['technical'] })
  const right = { address: 'Str. Lungă 1', city: 'Brașov', postalCode: '500035', country: 'RO' }
  await expect(desk.as(technical).call(correctCompany, right)).rejects.toMatchObject({ code: 'role' })
  expect((await desk.as(technical).call(showParticulars, {})).company).toBeNull()
  await desk.as(owner).call(correctCompany, right)
  expect((await desk.as(owner).call(showParticulars, {})).company).toMatchObject(right)
})

it('refuses a tax number whose check digit is wrong, and a postal code that Romania does not have', async () => {
  const owner = await givenMember(desk)
  await expect(desk.as(owner).call(correctCompany, { taxNumber: 'RO123456', postalCode: '12' })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(desk.as(owner).call(correctCompany, { postalCode: '1234', country: 'RO' })).rejects.toMatchObject({
    fields: { postalCode: expect.any(String) },
  })
  expect(await corrections(owner.accountId)).toEqual([])
})

it('asks who it is once more', async () => {
  const member = await givenMember(desk)
  const stale = { ...member, freshAt: new Date(Date.now() - 3_600_000) }
  await expect(desk.as(stale).call(correctOwn, { name: 'Altcineva' })).rejects.toMatchObject({ code: 'fresh_sign_in' })
})

it('touches no other person, of the same account or of another', async () => {
  const member = await givenMember(desk, { name: 'Ana Ene' })
  const colleague = await givenMember(desk, { accountId: member.accountId, name: 'Dan Ion', roles: ['billing'] })
  await desk.as(member).call(correctOwn, { name: 'Ana Maria Ene' })
  expect((await desk.as(colleague).call(showParticulars, {})).person.name).toBe('Dan Ion')
})
