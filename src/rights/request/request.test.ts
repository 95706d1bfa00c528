import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenLogin, givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { markerFaults } from '../../privacy/limits/marker-faults.ts'
import { wordsOf } from '../answer/document.ts'
import { askRequest, receiveRequest } from './ask-request.ts'
import { enterRequest, followRequest, sendRequestCode } from './link-request.ts'
import { listRequests } from './list-requests.ts'
import { makeRequest } from './make-request.ts'
import { openRequestByPass, showRequest } from './show-request.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
})
afterAll(() => desk.close())

const visitor = () => desk.as({ kind: 'visitor' }, 'link')
const system = () => desk.as({ kind: 'system', job: 'mailbox' }, 'mail')
const address = () => `${newId()}@client.test`
const count = async (sql: string, values: unknown[] = []) => Number((await desk.owner.query(sql, values)).rows[0].count)
const casesOf = (personId: string) => count('select count(*) from base.rights_case where person_id = $1', [personId])
const caseRow = async (id: string) =>
  (await desk.owner.query('select * from base.rights_case where id = $1', [id])).rows[0]

/** Somebody without a sign-in, in an account of their own. */
async function givenProspect(email = address()) {
  const accountId = newId()
  const personId = newId()
  await desk.owner.query(
    `insert into base.account (id, kind, name, language) values ($1, 'prospect', 'Dan Ene', 'ro')`,
    [accountId],
  )
  await desk.owner.query(
    `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Dan Ene', $3, 'ro')`,
    [accountId, personId, email],
  )
  return { accountId, personId, email }
}

async function lastCode(email: string) {
  const letter = (await lettersTo(desk, email)).filter((one) => one.kind === 'rights_code').at(-1)
  return { token: letter?.words.action?.url.split('/').at(-1) ?? '', code: letter?.words.lines[1] ?? '' }
}

async function seenBy(purpose: 'support' | 'improvement' | 'updates', personId: string) {
  const rows = await desk.handles.of(purpose).selectFrom('person').select('id').where('id', '=', personId).execute()
  return rows.length === 1
}

describe('a request by who has signed in', () => {
  it('for access is answered at once, with all that Article 15 asks for', async () => {
    const member = await givenMember(desk, { name: 'Ștefania Țâru' })
    const { caseId, state } = await desk.as(member).call(makeRequest, { kind: 'access' })
    expect(state).toBe('answered')
    const shown = await desk.as(member).call(showRequest, { caseId })
    expect(shown).toMatchObject({ kind: 'access', route: 'web', identity: 'session', outcome: 'done', hasCopy: true })
    expect(shown.steps.map(({ kind, by }) => [kind, by])).toEqual([
      ['received', 'person'],
      ['answered', 'person'],
    ])
    const document = shown.answers[0]?.document
    const words = document ? wordsOf(document) : ''
    for (const wanted of [
      'Ștefania Țâru',
      'Da. Păstrăm',
      'executarea contractului (art. 6 alin. (1) lit. (b) RGPD)',
      'furnizorul de găzduire',
      'în Spațiul Economic European',
      'de la închiderea contului',
      'de la dumneavoastră: ',
      'art. 22',
      'art. 16',
      'art. 17',
      'art. 18',
      'art. 20',
      'art. 21',
      'B-dul G-ral Gheorghe Magheru 28-30',
      'anspdcp@dataprotection.ro',
      'instanței judecătorești (art. 79)',
    ])
      expect(words, wanted).toContain(wanted)
  })

  it('is told by letter without a value of the data in it', async () => {
    const email = address()
    const member = await givenMember(desk, { email })
    await desk.owner.query(`update base.person set phone = '+40 799 111 222' where id = $1`, [member.personId])
    await desk.as(member).call(makeRequest, { kind: 'access' })
    const [letter] = await lettersTo(desk, email)
    expect(letter?.kind).toBe('rights_answer')
    expect(JSON.stringify(letter)).toContain('Magheru')
    expect(JSON.stringify(letter)).not.toContain('799 111 222')
  })

  it('stops the purposes in the same transaction, and tells those who keep a copy', async () => {
    const member = await givenMember(desk)
    expect(await seenBy('support', member.personId)).toBe(true)
    const { caseId } = await desk.as(member).call(makeRequest, { kind: 'restriction' })
    expect(await seenBy('support', member.personId)).toBe(false)
    const shown = await desk.as(member).call(showRequest, { caseId })
    expect(shown.outcome).toBe('done')
    expect(shown.steps.map((step) => step.kind)).toContain('applied')
    expect(shown.recipients.map(({ recipient, status }) => [recipient, status])).toEqual([
      ['authorities', 'to_tell'],
      ['backup_store', 'told'],
      ['hosting', 'told'],
      ['mail', 'told'],
      ['tax_authority', 'to_tell'],
    ])
    expect(await markerFaults(desk.owner, maps)).toEqual([])
  })

  it('lets no letter leave that was written for a purpose it stops', async () => {
    const email = address()
    const member = await givenMember(desk, { email })
    const words = { subject: 'Noutăți', lines: ['Un serviciu nou'] }
    const post = (purpose: 'support' | 'orders' | 'identity') =>
      desk.handles
        .of(purpose)
        .transaction()
        .execute((trx) => desk.tools.letters.post(trx, { ...member, to: email, kind: purpose, language: 'ro', words }))
    await post('support')
    await post('identity')
    await desk.as(member).call(makeRequest, { kind: 'restriction' })
    await post('orders').catch(() => null)
    await desk.runJobs()
    const { rows } = await desk.owner.query(
      `select kind, status, failure, sealed is null as gone from base.letter where person_id = $1 order by created_at`,
      [member.personId],
    )
    expect(rows).toEqual([
      { kind: 'support', status: 'failed', failure: 'limited', gone: true },
      { kind: 'identity', status: 'captured', failure: null, gone: false },
      { kind: 'rights_answer', status: 'captured', failure: null, gone: false },
      { kind: 'orders', status: 'failed', failure: 'limited', gone: true },
    ])
  })

  it('objects to one purpose and leaves the others; to security it is weighed by a person', async () => {
    const member = await givenMember(desk)
    const one = await desk.as(member).call(makeRequest, { kind: 'objection', purpose: 'improvement' })
    expect(one.state).toBe('answered')
    expect(await seenBy('improvement', member.personId)).toBe(false)
    expect(await seenBy('support', member.personId)).toBe(true)
    const other = await desk.as(member).call(makeRequest, { kind: 'objection', purpose: 'security' })
    expect(other.state).toBe('waits')
    expect(await caseRow(other.caseId)).toMatchObject({ status: 'open', outcome: null })
  })

  it('withdraws a consent, with its proof', async () => {
    const member = await givenMember(desk)
    await desk.as(member).call(makeRequest, { kind: 'withdrawal', purpose: 'updates' })
    const { rows } = await desk.owner.query(
      'select decision, method, surface from base.consent_entry where person_id = $1',
      [member.personId],
    )
    expect(rows).toEqual([
      { decision: 'withdrawn', method: 'withdraw', surface: expect.stringMatching(/^request \d+$/) },
    ])
  })

  it('with words of their own waits for somebody who reads them', async () => {
    const member = await givenMember(desk)
    const { caseId, state } = await desk
      .as(member)
      .call(makeRequest, { kind: 'access', words: 'Și notele interne, vă rog.' })
    expect(state).toBe('waits')
    const { cases } = await desk.as(member).call(listRequests, {})
    expect(cases[0]).toMatchObject({
      id: caseId,
      kind: 'access',
      closedAt: null,
      dueOn: expect.stringMatching(/^\d{4}-/),
    })
  })

  it('refuses a purpose that does not fit, a personal number, and a stale sign-in', async () => {
    const member = await givenMember(desk)
    const call = (input: object) => desk.as(member).call(makeRequest, input as { kind: 'access' })
    for (const input of [
      { kind: 'objection' },
      { kind: 'objection', purpose: 'visits', words: 'CNP 1800101221144' },
      { kind: 'access', purpose: 'updates' },
      { kind: 'withdrawal', purpose: 'security' },
      { kind: 'objection', purpose: 'billing' },
      { kind: 'everything' },
    ])
      await expect(call(input), JSON.stringify(input)).rejects.toMatchObject({ code: 'invalid' })
    const stale = { ...member, freshAt: new Date(Date.now() - 3_600_000) }
    await expect(desk.as(stale).call(makeRequest, { kind: 'access' })).rejects.toMatchObject({ code: 'fresh_sign_in' })
    await expect(desk.as(await givenStaff(desk)).call(makeRequest, { kind: 'access' })).rejects.toMatchObject({
      code: 'role',
    })
    expect(await casesOf(member.personId)).toBe(0)
  })

  it('made ten times at once is one', async () => {
    const member = await givenMember(desk)
    const made = await Promise.all(
      Array.from({ length: 10 }, () => desk.as(member).call(makeRequest, { kind: 'erasure', words: 'Tot, vă rog.' })),
    )
    expect(new Set(made.map((one) => one.caseId)).size).toBe(1)
    expect(await casesOf(member.personId)).toBe(1)
  })

  it('is nobody else’s to see, of the same account or of another', async () => {
    const member = await givenMember(desk)
    const { caseId } = await desk.as(member).call(makeRequest, { kind: 'access' })
    const colleague = await givenMember(desk, { accountId: member.accountId })
    for (const other of [colleague, await givenMember(desk)]) {
      await expect(desk.as(other).call(showRequest, { caseId })).rejects.toMatchObject({ code: 'not_found' })
      expect((await desk.as(other).call(listRequests, {})).cases).toEqual([])
    }
  })

  it('is about every person of the login, in whichever account, and shown in each', async () => {
    const { actor: here, email } = await givenLogin(desk, await givenMember(desk))
    const there = await givenMember(desk, { email })
    await desk.owner.query('update base.person set login_id = $1 where id = $2', [here.loginId, there.personId])
    const prospect = await givenProspect(email)
    const { caseId } = await desk.as(here).call(makeRequest, { kind: 'objection', purpose: 'improvement' })
    for (const personId of [here.personId, there.personId, prospect.personId])
      expect(await seenBy('improvement', personId), personId).toBe(false)
    const elsewhere = { ...there, loginId: here.loginId }
    expect((await desk.as(elsewhere).call(listRequests, {})).cases.map((one) => one.id)).toEqual([caseId])
    expect((await desk.as(elsewhere).call(showRequest, { caseId })).answers).toEqual([])
  })
})

describe('a request by who is not signed in', () => {
  const ask = (email: string, more: object = {}) =>
    visitor().call(askRequest, { email, kind: 'access', language: 'ro', ...more })

  it('is answered the same for a known and an unknown address, and tells only the known one', async () => {
    const { email, personId } = await givenProspect()
    const unknown = address()
    expect(await ask(email)).toEqual(await ask(unknown))
    expect(await lettersTo(desk, unknown)).toEqual([])
    expect((await lettersTo(desk, email)).map((one) => one.kind)).toEqual(['rights_code'])
    expect(await casesOf(personId)).toBe(1)
    const [one, other] = await Promise.all([
      system().call(receiveRequest, { ...mail, email: (await givenProspect()).email }),
      system().call(receiveRequest, { ...mail, email: address() }),
    ])
    expect(one).toEqual(other)
  })

  it('does nothing until the code was given, and then all of it', async () => {
    const { email, personId } = await givenProspect()
    await ask(email, { kind: 'restriction' })
    expect(await seenBy('support', personId)).toBe(true)
    const { token, code } = await lastCode(email)
    const before = await visitor().call(followRequest, { token })
    expect(before).toMatchObject({ identityShown: false, dueOn: null, closedAt: null })
    expect(JSON.stringify(before)).not.toContain('Dan Ene')
    const { pass, caseId } = await visitor().call(enterRequest, { token, code: ` ${code.toLowerCase()} ` })
    expect(await seenBy('support', personId)).toBe(false)
    expect(await visitor().call(followRequest, { token })).toMatchObject({ identityShown: true, outcome: 'done' })
    const opened = await visitor().call(openRequestByPass, { pass })
    expect(opened).toMatchObject({ id: caseId, identity: 'code', route: 'web' })
    expect(opened.answers).toHaveLength(1)
    const answer = (await lettersTo(desk, email)).at(-1)
    expect(answer?.words.action?.url.split('/').at(-1)).toBe(token)
  })

  it('takes a code once, the newest only, and not after its time', async () => {
    const { email } = await givenProspect()
    await ask(email)
    const first = await lastCode(email)
    await visitor().call(sendRequestCode, { token: first.token })
    const second = await lastCode(email)
    expect(second.token).toBe(first.token)
    const enter = (code: string) => visitor().call(enterRequest, { token: first.token, code })
    await expect(enter(first.code)).rejects.toMatchObject({ fields: { code: expect.any(String) } })
    await expect(enter('AAAA-AAAA')).rejects.toMatchObject({ code: 'invalid' })
    const tries = await Promise.allSettled([enter(second.code), enter(second.code), enter(second.code)])
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const late = await givenProspect()
    await ask(late.email)
    const sent = await lastCode(late.email)
    await desk.owner.query(`update base.rights_code set expires_at = now() where account_id = $1`, [late.accountId])
    await expect(visitor().call(enterRequest, sent)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('stops trying codes after a few, also with the right one', async () => {
    const { email } = await givenProspect()
    await ask(email)
    const { token, code } = await lastCode(email)
    for (let at = 0; at < 6; at++)
      await visitor()
        .call(enterRequest, { token, code: 'ZZZZ-ZZZZ' })
        .catch(() => null)
    await expect(visitor().call(enterRequest, { token, code })).rejects.toMatchObject({ code: 'too_many' })
  })

  it('opens nothing with what is no good link or pass', async () => {
    for (const token of ['', 'x', 'A'.repeat(64), '../../etc', 'Ă'.repeat(64)]) {
      await expect(visitor().call(followRequest, { token }), token).rejects.toMatchObject({ code: 'not_found' })
      await expect(visitor().call(enterRequest, { token, code: 'AAAA-AAAA' })).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(visitor().call(openRequestByPass, { pass: token })).rejects.toMatchObject({ code: 'not_found' })
    }
    const { email, accountId } = await givenProspect()
    await ask(email)
    const { pass } = await visitor().call(enterRequest, await lastCode(email))
    await desk.owner.query('update base.rights_code set pass_until = now() where account_id = $1', [accountId])
    await expect(visitor().call(openRequestByPass, { pass })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('by e-mail runs from when it came, keeps no personal number and no file', async () => {
    const { email } = await givenProspect()
    const receivedAt = new Date(Date.now() - 3 * 86_400_000).toISOString()
    // A mail may hold anything, also what no text of a database can.
    const words = 'Sunt Dan Ene,\u0000CNP 1800101221144, și vreau datele mele.\ud83d'
    const reply = await system().call(receiveRequest, { ...mail, email, words, receivedAt, files: 2 })
    expect(reply.lines.join(' ')).toContain('2 fișiere trimise nu au fost păstrate')
    const { token, code } = await lastCode(email)
    const { caseId } = await visitor().call(enterRequest, { token, code })
    const row = await caseRow(caseId)
    expect(row).toMatchObject({ route: 'mail', status: 'open', received_at: new Date(receivedAt) })
    expect(row.words).toBe('Sunt Dan Ene, CNP [cod numeric personal, șters], și vreau datele mele.\ufffd')
    await expect(ask(email, { words: 'CNP 1800101221144' })).rejects.toMatchObject({
      fields: { words: expect.any(String) },
    })
  })

  it('is told how often it may be asked, for whatever address', async () => {
    const email = address()
    for (let at = 0; at < 5; at++) await ask(email)
    await expect(ask(email)).rejects.toMatchObject({ code: 'too_many' })
  })
})

describe('a client’s own customer', () => {
  it('is told that the request went to the client, whose owner gets it; nothing is done over its head', async () => {
    const ownerEmail = address()
    const owner = await givenMember(desk, { accountId: await givenAccount(desk, 'Client Doi SRL'), email: ownerEmail })
    const email = address()
    const customer = newId()
    await desk.owner.query(
      `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Clientul clientului', $3, 'ro')`,
      [owner.accountId, customer, email],
    )
    await visitor().call(askRequest, { email, kind: 'restriction', language: 'ro' })
    const { caseId } = await visitor().call(enterRequest, await lastCode(email))
    expect(await caseRow(caseId)).toMatchObject({ status: 'closed', outcome: 'passed_on' })
    expect(await seenBy('support', customer)).toBe(true)
    const [passed] = await lettersTo(desk, ownerEmail)
    expect(passed?.kind).toBe('request_passed_on')
    expect(passed?.words.lines.join(' ')).toContain('Clientul clientului')
    const told = (await lettersTo(desk, email)).at(-1)
    expect(told?.words.lines.join(' ')).toContain('Client Doi SRL')
    expect(told?.words.lines.join(' ')).toContain('Magheru')
  })
})

describe('the tables', () => {
  it('let nothing close without an answer, nor a refusal leave without reasons and somebody who decided', async () => {
    const member = await givenMember(desk)
    const { caseId } = await desk.as(member).call(makeRequest, { kind: 'erasure' })
    await expect(
      desk.owner.query(
        `update base.rights_case set status = 'closed', closed_at = now(), outcome = 'done' where id = $1`,
        [caseId],
      ),
    ).rejects.toThrow('rights_case_check')
    const insert = (kind: string, reasons: string) =>
      desk.owner.query(
        `insert into base.rights_answer (account_id, id, case_id, person_id, kind, language, document, reasons, authority)
         values ($1, $2, $3, $4, $5, 'ro', '{}', $6, 'ANSPDCP')`,
        [member.accountId, newId(), caseId, member.personId, kind, reasons],
      )
    await expect(insert('refusal', 'Motive lungi și întemeiate.')).rejects.toThrow('rights_answer_check')
    await expect(insert('refusal', '')).rejects.toThrow('rights_answer_check')
  })
})

const mail = {
  kind: 'access',
  words: 'Datele mele, vă rog.',
  language: 'ro',
  receivedAt: new Date().toISOString(),
  files: 0,
} as const
