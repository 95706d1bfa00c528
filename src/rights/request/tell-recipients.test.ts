/** Article 19: whoever received data is told of its correction, erasure or restriction, also who was not one of ours. */
import { expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { givenLogin, givenMember } from '../../../test/support/given.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { noteDisclosure } from '../../registers/disclosures/note-disclosure.ts'
import { correctOwn } from '../correction/correct.ts'
import { decideRequest } from '../desk/decide-request.ts'
import { eraseFor } from '../desk/erase-for.ts'
import { makeRequest } from './make-request.ts'
import { showRequest } from './show-request.ts'

const { desk, privacy } = await privacyDesk()

const { staff, as, rows } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const lawyers = 'Cabinet de avocat Țepeș'

/** Given to them by the real way, and told. */
async function disclosed(member: MemberActor, to: string): Promise<void> {
  const [person] = await rows('select email from base.person where id = $1', [member.personId])
  await staff().call(noteDisclosure, {
    kind: 'rights',
    askedBy: to,
    ground: 'apărarea unui drept în instanță',
    reference: null,
    what: 'numele și funcția',
    categories: ['identification'],
    emails: [person.email],
    indicators: [],
    givenAt: new Date(Date.now() - 60_000).toISOString(),
    forbidden: null,
  })
  await desk.runJobs()
}

async function employed() {
  const owner = await givenMember(desk)
  const place = { accountId: owner.accountId, roles: ['technical'] } as const
  const { actor: member } = await givenLogin(desk, await givenMember(desk, place))
  // Given twice, told of a change once. What was given of a colleague is none of theirs.
  await disclosed(member, lawyers)
  await disclosed(member, lawyers)
  await disclosed(owner, 'Altcineva SRL')
  return member
}

/** Of those whom the policy does not name. */
const toTell = (caseId: string) =>
  rows(
    `select recipient from base.rights_recipient where case_id = $1 and status = 'to_tell' and recipient <> all ($2)`,
    [caseId, Object.keys(policy.recipients)],
  )

it('a restriction waits for whom the data was disclosed to, and the person reads that they are told', async () => {
  const member = await employed()
  const { caseId } = await as(member).call(makeRequest, { kind: 'restriction' })
  expect(await toTell(caseId)).toEqual([{ recipient: lawyers }])
  const { recipients } = await as(member).call(showRequest, { caseId })
  expect(recipients.find(({ recipient }) => recipient === lawyers)).toMatchObject({
    status: 'to_tell',
    words: { ro: lawyers },
  })
})

it('a correction names them in its answer', async () => {
  const member = await employed()
  await as(member).call(correctOwn, { name: 'Ana Nou' })
  const [answer] = await rows(
    `select a.document::text as words, a.case_id from base.rights_answer a where a.person_id = $1`,
    [member.personId],
  )
  expect(answer.words).toContain(lawyers)
  expect(answer.words).not.toContain('Altcineva')
  expect(await toTell(answer.case_id)).toEqual([{ recipient: lawyers }])
})

it('an erasure notes them, with every entry by which they got it, before nobody knows any more who received what', async () => {
  const member = await employed()
  for (let more = 0; more < 20; more++) await disclosed(member, lawyers)
  const { caseId } = await as(member).call(makeRequest, { kind: 'erasure', words: 'Tot.' })
  const persons = [{ personId: member.personId, scope: 'person' as const }]
  await staff().call(eraseFor, { caseId, persons, understood: 'yes' })
  expect(await toTell(caseId)).toEqual([{ recipient: lawyers }])
  const [kept] = await rows(
    'select cardinality(disclosures) as entries from base.rights_recipient where case_id = $1 and recipient = $2',
    [caseId, lawyers],
  )
  expect(kept.entries).toBe(22)
})

it('a request that only reads tells nobody', async () => {
  const member = await employed()
  const { caseId } = await as(member).call(makeRequest, { kind: 'access', words: 'Și notele interne.' })
  await staff().call(decideRequest, { caseId, decision: 'grant', by: 'mail' })
  expect(await toTell(caseId)).toEqual([])
})
