import { describe, expect, it } from 'vitest'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { wordsOf } from '../answer/document.ts'
import { setChoice } from '../choice/set-choice.ts'
import { enterRequest } from '../request/link-request.ts'
import { makeRequest } from '../request/make-request.ts'
import { openRequestByPass, showRequest } from '../request/show-request.ts'
import { correctFor } from './correct-for.ts'
import { decideRequest } from './decide-request.ts'
import { extendRequest } from './extend-request.ts'
import { askIdentity, vouchIdentity } from './identity-of-asker.ts'
import { listQueue } from './list-queue.ts'
import { findAsker } from './note-request.ts'
import { settleRecipient } from './settle-recipient.ts'
import { showCase } from './show-case.ts'

const dayMs = 86_400_000
let at = new Date()
const { desk, privacy } = await privacyDesk({ now: () => at, email: 'privacy@provider.test' })

const { staff, as, visitor, rows, note, lastCode } = rightsDesk(() => ({ desk, privacy, at }))
const address = () => `${newId()}@client.test`
const why = 'Cererea se repetă a treia oară în această lună, fără nimic nou.'
const made = async (
  member: MemberActor,
  input: {
    kind: 'access' | 'erasure' | 'rectification' | 'objection' | 'restriction'
    purpose?: 'security'
    words?: string
  },
) => (await as(member).call(makeRequest, input)).caseId
const seenBy = async (purpose: 'support' | 'security', personId: string) =>
  (await desk.handles.of(purpose).selectFrom('person').select('id').where('id', '=', personId).execute()).length === 1

describe('a decision', () => {
  it('grants, and tells what else there is to say', async () => {
    const member = await givenMember(desk)
    const caseId = await made(member, { kind: 'access', words: 'Și notele interne.' })
    await staff().call(decideRequest, {
      caseId,
      decision: 'grant',
      words: 'Notele interne spun doar ce s-a lucrat.',
      by: 'mail',
    })
    const shown = await as(member).call(showRequest, { caseId })
    expect(shown).toMatchObject({ outcome: 'done', hasCopy: true })
    expect(wordsOf(shown.answers[0]?.document as never)).toContain('Notele interne spun doar ce s-a lucrat.')
    expect(await staff().call(showCase, { caseId })).toMatchObject({ decidedBy: ['Radu Tehnic'], daysLeft: null })
  })

  it('that is not all of it needs reasons, and carries the authority and the court', async () => {
    const email = address()
    const member = await givenMember(desk, { email })
    const caseId = await made(member, { kind: 'access', words: 'Tot.' })
    for (const reasons of [undefined, '', 'prea scurt'])
      for (const decision of ['partly', 'refuse'] as const)
        await expect(staff().call(decideRequest, { caseId, decision, reasons, by: 'mail' })).rejects.toMatchObject({
          fields: { reasons: expect.any(String) },
        })
    const wrong = await made(member, { kind: 'rectification', words: 'Numele.' })
    await expect(staff().call(decideRequest, { caseId: wrong, decision: 'partly', by: 'mail' })).rejects.toMatchObject({
      fields: { reasons: expect.any(String), words: expect.any(String) },
    })
    await staff().call(decideRequest, { caseId, decision: 'refuse', reasons: why, by: 'mail' })
    const letter = (await lettersTo(desk, email)).at(-1)
    const words = letter?.words.lines.join('\n') ?? ''
    for (const wanted of [why, 'anspdcp@dataprotection.ro', 'instanței judecătorești (art. 79)', 'art. 77'])
      expect(words).toContain(wanted)
    expect((await as(member).call(showRequest, { caseId })).outcome).toBe('refused')
  })

  it('is one, also when two decide at once, and none after that', async () => {
    const member = await givenMember(desk)
    const caseId = await made(member, { kind: 'access', words: 'Tot.' })
    const decide = (decision: 'grant' | 'refuse') =>
      staff().call(decideRequest, { caseId, decision, reasons: why, by: 'mail' })
    const results = await Promise.allSettled([decide('grant'), decide('refuse'), decide('grant'), decide('refuse')])
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await rows('select from base.rights_answer where case_id = $1', [caseId])).toHaveLength(1)
    await expect(decide('grant')).rejects.toMatchObject({ code: 'already_answered' })
    await expect(staff().call(extendRequest, { caseId, reasons: why, by: 'mail' })).rejects.toMatchObject({
      code: 'already_answered',
    })
  })

  it('is the privacy staff’s, freshly signed in', async () => {
    const member = await givenMember(desk)
    const caseId = await made(member, { kind: 'access', words: 'Tot.' })
    const input = { caseId, decision: 'grant', by: 'mail' } as const
    for (const role of ['technician', 'sales', 'billing'] as const) {
      const other = { ...(await givenStaff(desk, { roles: [role] })), freshAt: at }
      await expect(desk.as(other).call(decideRequest, input)).rejects.toMatchObject({ code: 'role' })
      await expect(desk.as(other).call(listQueue, {})).rejects.toMatchObject({ code: 'role' })
    }
    await expect(as(member).call(decideRequest as never, input as never)).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as({ ...privacy, freshAt: null }).call(decideRequest, input)).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
    await expect(staff().call(decideRequest, { ...input, caseId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('leaves off what the person turned off otherwise, whatever is said of the request', async () => {
    const purpose = 'improvement' as const
    const objects = async (member: MemberActor) => {
      const { rows: found } = await desk.owner.query(
        `select base.is_limited(account_id, id, $2) as off from base.person where id = $1`,
        [member.personId, purpose],
      )
      return found[0].off
    }
    const refuse = async (caseId: string) =>
      await staff().call(decideRequest, { caseId, decision: 'refuse', reasons: why, by: 'mail' })
    const ask = async (member: MemberActor, words: string) =>
      (await as(member).call(makeRequest, { kind: 'objection', purpose, words })).caseId

    // By their own choice before it.
    const one = await givenMember(desk)
    await as(one).call(setChoice, { purpose, choice: 'off' })
    await refuse(await ask(one, 'Mă opun.'))
    expect(await objects(one)).toBe(true)

    // Twice by request: free only when the second is refused too.
    const two = await givenMember(desk)
    const [first, second] = [await ask(two, 'Mă opun.'), await ask(two, 'Mă opun din nou.')]
    await refuse(first)
    expect(await objects(two)).toBe(true)
    await refuse(second)
    expect(await objects(two)).toBe(false)
    // And once more, after it was lifted.
    const then = at
    at = new Date()
    const third = await ask(two, 'Tot mă opun.')
    expect(await objects(two)).toBe(true)
    await refuse(third)
    expect(await objects(two)).toBe(false)
    at = then

    // Granted once, it stands whatever is said of the next.
    const three = await givenMember(desk)
    const granted = await ask(three, 'Mă opun.')
    await staff().call(decideRequest, { caseId: granted, decision: 'grant', by: 'mail' })
    await refuse(await ask(three, 'Încă o dată.'))
    expect(await objects(three)).toBe(true)
  })

  it('takes an objection back where grounds outweigh it, and leaves it where not', async () => {
    const member = await givenMember(desk)
    const caseId = await made(member, { kind: 'objection', purpose: 'security' })
    expect(await seenBy('security', member.personId)).toBe(false)
    await staff().call(decideRequest, { caseId, decision: 'refuse', reasons: why, by: 'mail' })
    expect(await seenBy('security', member.personId)).toBe(true)
    const other = await givenMember(desk)
    const granted = await made(other, { kind: 'objection', purpose: 'security' })
    await staff().call(decideRequest, { caseId: granted, decision: 'grant', by: 'mail' })
    expect(await seenBy('security', other.personId)).toBe(false)
  })
})

describe('a request by letter or phone', () => {
  it('runs from the day it came, stands still until it is known who asks, and is then handled', async () => {
    const email = address()
    const member = await givenMember(desk, { email, name: 'Mărioara Brânză' })
    const found = await staff().call(findAsker, { words: 'marioara branza' })
    expect(found.people.map((one) => one.personId)).toContain(member.personId)
    const receivedAt = new Date(at.getTime() - 5 * dayMs).toISOString()
    const { caseId } = await note(member, { kind: 'restriction', receivedAt })
    expect(await staff().call(showCase, { caseId })).toMatchObject({ dueOn: null, identity: 'asked', pausedSince: at })
    expect(await seenBy('support', member.personId)).toBe(true)
    await expect(staff().call(decideRequest, { caseId, decision: 'grant', by: 'mail' })).rejects.toMatchObject({
      code: 'identity_asked',
    })
    await staff().call(askIdentity, { caseId })
    await visitor().call(enterRequest, await lastCode(email))
    expect(await staff().call(showCase, { caseId })).toMatchObject({ identity: 'code', outcome: 'done' })
    expect(await seenBy('support', member.personId)).toBe(false)
  })

  it('takes the word of the staff for a contact on file', async () => {
    const member = await givenMember(desk)
    const { caseId } = await note(member, { kind: 'access', route: 'phone' })
    await staff().call(vouchIdentity, { caseId })
    expect(await staff().call(showCase, { caseId })).toMatchObject({
      identity: 'known_contact',
      outcome: 'done',
      route: 'phone',
    })
    await expect(staff().call(vouchIdentity, { caseId })).rejects.toMatchObject({ code: 'already_answered' })
  })

  it('puts on file who is not there, and refuses a day in the future or long past', async () => {
    const { caseId } = await note({ name: 'Nimeni Cunoscut', email: address() })
    expect((await staff().call(showCase, { caseId })).persons[0]?.name).toBe('Nimeni Cunoscut')
    const member = await givenMember(desk)
    for (const days of [2, -400])
      await expect(
        note(member, { receivedAt: new Date(at.getTime() + days * dayMs).toISOString() }),
      ).rejects.toMatchObject({
        fields: { receivedAt: expect.any(String) },
      })
    await expect(note(member, { words: 'CNP 1800101221144' })).rejects.toMatchObject({
      fields: { words: expect.any(String) },
    })
  })

  it('is answered by post where there is no e-mail address', async () => {
    const member = await givenMember(desk)
    await desk.owner.query('update base.person set email = null where id = $1', [member.personId])
    const { caseId } = await note(member)
    await expect(staff().call(askIdentity, { caseId })).rejects.toMatchObject({ code: 'no_address' })
    await staff().call(vouchIdentity, { caseId })
    await expect(staff().call(decideRequest, { caseId, decision: 'grant', by: 'mail' })).rejects.toMatchObject({
      code: 'no_address',
    })
    await staff().call(decideRequest, { caseId, decision: 'grant', by: 'post' })
    expect(await rows('select letter_id from base.rights_answer where case_id = $1', [caseId])).toEqual([
      { letter_id: null },
    ])
  })
})

describe('a correction by request', () => {
  it('keeps before and after, and waits until every recipient was told or why not', async () => {
    const member = await givenMember(desk, { name: 'Iona Popa' })
    const caseId = await made(member, { kind: 'rectification', words: 'Mă numesc Ioana.' })
    const other = await givenMember(desk)
    await expect(staff().call(correctFor, { caseId, personId: other.personId, name: 'X Y' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await staff().call(correctFor, { caseId, personId: member.personId, name: 'Ioana Popa' })).toEqual({
      corrected: 1,
    })
    const grant = () => staff().call(decideRequest, { caseId, decision: 'grant', by: 'mail' })
    await expect(grant()).rejects.toMatchObject({ code: 'recipients_to_tell' })
    const { recipients } = await staff().call(showCase, { caseId })
    for (const { id } of recipients.filter((one) => one.status === 'to_tell'))
      await staff().call(settleRecipient, { caseId, recipientId: id, how: 'nothing_disclosed' })
    await expect(
      staff().call(settleRecipient, { caseId, recipientId: recipients[0]?.id ?? '', how: 'phone' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await grant()
    const shown = await as(member).call(showRequest, { caseId })
    expect(wordsOf(shown.answers[0]?.document as never)).toContain('Înainte: Iona Popa; Acum: Ioana Popa')
  })
})

it('opens for half an hour to who gave a code, by any route', async () => {
  const email = address()
  const { caseId } = await note({ name: 'Elena Rug', email })
  await staff().call(askIdentity, { caseId })
  const { pass } = await visitor().call(enterRequest, await lastCode(email))
  expect(await visitor().call(openRequestByPass, { pass })).toMatchObject({
    id: caseId,
    route: 'letter',
    outcome: 'done',
  })
})
