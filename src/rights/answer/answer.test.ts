import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenLogin, givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { readZip } from '../../../test/support/read-zip.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { heldOverview } from '../held/held-overview.ts'
import { askRequest } from '../request/ask-request.ts'
import { enterRequest } from '../request/link-request.ts'
import { makeRequest } from '../request/make-request.ts'
import { showRequest } from '../request/show-request.ts'
import { fetchAnswer, fetchAnswerByPass, fetchAnswerForStaff } from './fetch-answer.ts'
import { takeCopy, takeCopyByPass } from './take-copy.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** Bytes that are really held, after what is not was thrown away. */
function inUse(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
})
afterAll(() => desk.close())

const visitor = () => desk.as({ kind: 'visitor' }, 'link')

async function asked(member: MemberActor, kind: 'access' | 'portability' | 'automated' = 'access') {
  const { caseId } = await desk.as(member).call(makeRequest, { kind })
  const { answers } = await desk.as(member).call(showRequest, { caseId })
  return { caseId, answerId: answers[0]?.id ?? '' }
}

async function unzipped(content: ReadableStream) {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk as Uint8Array)
  return readZip(Buffer.concat(chunks))
}

async function ticketWith(account: string, opener: string, words: readonly { by: string | null; body: string }[]) {
  const staff = await givenStaff(desk, { name: 'Ilinca Echipă', email: `${newId()}@provider.test` })
  const ticketId = newId()
  await desk.owner.query(
    `insert into base.ticket (account_id, id, opened_by, subject, status) values ($1, $2, $3, 'Serverul', 'open')`,
    [account, ticketId, opener],
  )
  for (const { by, body } of words)
    await desk.owner.query(
      `insert into base.message (account_id, id, ticket_id, author, author_staff, body) values ($1, $2, $3, $4, $5, $6)`,
      [account, newId(), ticketId, by, by === null ? staff.staffId : null, body],
    )
  await desk.owner.query(
    `insert into base.note (account_id, id, ticket_id, author_staff, body) values ($1, $2, $3, $4, 'nota internă')`,
    [account, newId(), ticketId, staff.staffId],
  )
}

describe('the letter', () => {
  it('is a tagged PDF in Romanian that is read back whole, and an HTML page of the same words', async () => {
    const member = await givenMember(desk, { name: 'Ștefăniță Țâru-Mânzatu' })
    const ids = await asked(member)
    const pdf = await desk.as(member).call(fetchAnswer, { ...ids, format: 'pdf' })
    expect(pdf).toMatchObject({ contentType: 'application/pdf', filename: expect.stringMatching(/^zavor-\d+\.pdf$/) })
    const read = readPdf(Buffer.from(pdf.content))
    const html = Buffer.from((await desk.as(member).call(fetchAnswer, { ...ids, format: 'html' })).content).toString()
    for (const wanted of [
      'Ștefăniță Țâru-Mânzatu',
      'Prelucrăm date despre dumneavoastră',
      'furnizorul de găzduire',
      'Cât timp le păstrăm',
    ]) {
      expect(read.text).toContain(wanted)
      expect(html).toContain(wanted)
    }
    expect(read).toMatchObject({
      hasStructure: true,
      language: 'ro-RO',
      title: expect.stringContaining('acces la date'),
    })
    expect(read.text).not.toContain('\ufffd')
    expect(read.tags.filter((tag) => tag === 'H2').length).toBeGreaterThan(7)
    expect(read.tags.filter((tag) => tag === 'Table').length).toBeGreaterThan(3)
    expect(html).toContain('<html lang="ro">')
  })

  it('names everybody to whom data was given, however many there are, and so does the copy', async () => {
    const member = await givenMember(desk)
    const { staffId } = await givenStaff(desk, { roles: ['privacy'] })
    await desk.owner.query(
      `with given as (
         insert into base.disclosure (id, kind, asked_by, ground, what, categories, indicators, persons, telling, given_at, decided_by)
         select gen_random_uuid(), 'authority', 'Instanța ' || n || '.', 'art. 6', 'contul', '{contact}', '{}', 1, 'tell',
           now() - n * interval '1 day', $3 from generate_series(1, 150) n returning *)
       insert into base.disclosure_told (account_id, id, person_id, disclosure_id, asked_by, ground, what, categories, given_at)
       select $1, gen_random_uuid(), $2, id, asked_by, ground, what, categories, given_at from given`,
      [member.accountId, member.personId, staffId],
    )
    const ids = await asked(member)
    const html = Buffer.from((await desk.as(member).call(fetchAnswer, { ...ids, format: 'html' })).content).toString()
    const pdf = readPdf(Buffer.from((await desk.as(member).call(fetchAnswer, { ...ids, format: 'pdf' })).content))
    const files = await unzipped((await desk.as(member).call(takeCopy, { caseId: ids.caseId })).content)
    const mail = JSON.stringify((await lettersTo(desk, `${member.personId}@client.test`)).at(-1)?.words)
    const said = [
      html,
      pdf.text,
      mail,
      ...['data.json', 'csv/disclosure_told.csv'].map((name) => String(files.get(name))),
    ]
    for (const words of said) {
      const named = new Set(words.match(/Instanța \d+\./g))
      expect(named.size).toBe(150)
    }
    const { disclosures, moreDisclosures } = await desk.as(member).call(heldOverview, {})
    expect([disclosures.length, disclosures[0]?.askedBy, moreDisclosures]).toEqual([20, 'Instanța 1.', true])
  })

  it('goes to the person, to who gave a code, to the privacy staff, and to nobody else', async () => {
    const email = `${newId()}@client.test`
    const member = await givenMember(desk, { email })
    const ids = await asked(member, 'automated')
    const file = { ...ids, format: 'html' as const }
    const privacy = await givenStaff(desk, { roles: ['privacy'] })
    const { content } = await desk.as(privacy).call(fetchAnswerForStaff, file)
    expect(Buffer.from(content).toString()).toContain('art. 22')
    const technician = await givenStaff(desk, { roles: ['technician'] })
    await expect(desk.as(technician).call(fetchAnswerForStaff, file)).rejects.toMatchObject({ code: 'role' })
    const colleague = await givenMember(desk, { accountId: member.accountId })
    await expect(desk.as(colleague).call(fetchAnswer, file)).rejects.toMatchObject({ code: 'not_found' })
    await expect(desk.as(member).call(fetchAnswer, { ...file, answerId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    })
    const { pass } = await byCode(email, 'recipients')
    await expect(
      visitor().call(fetchAnswerByPass, { pass, answerId: ids.answerId, format: 'html' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    await expect(visitor().call(takeCopyByPass, { pass })).rejects.toMatchObject({ code: 'not_found' })
  })
})

async function byCode(email: string, kind: 'access' | 'recipients') {
  await visitor().call(askRequest, { email, kind, language: 'ro' })
  const letter = (await lettersTo(desk, email)).filter((one) => one.kind === 'rights_code').at(-1)
  const token = letter?.words.action?.url.split('/').at(-1) ?? ''
  return await visitor().call(enterRequest, { token, code: letter?.words.lines[1] ?? '' })
}

describe('the copy', () => {
  it('holds what was said to the person, without who else said it and how they are reached', async () => {
    const member = await givenMember(desk, { name: 'Ana Mea' })
    const colleague = await givenMember(desk, {
      accountId: member.accountId,
      name: 'Barbu Altul',
      roles: ['technical'],
    })
    await ticketWith(member.accountId, member.personId, [
      { by: member.personId, body: 'mesajul meu' },
      { by: colleague.personId, body: 'vorba colegului, scrie la barbu@altul.test sau 0722 123 456' },
      { by: null, body: 'răspunsul echipei' },
    ])
    await ticketWith(member.accountId, colleague.personId, [{ by: colleague.personId, body: 'tichetul altuia' }])
    const { caseId } = await asked({ ...member, roles: ['technical'] })
    const files = await unzipped((await desk.as(member).call(takeCopy, { caseId })).content)
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([
        'answer.pdf',
        'answer.html',
        'data.json',
        'schema.json',
        'manifest.json',
        'csv/message.csv',
      ]),
    )
    const data = JSON.parse(files.get('data.json')?.toString() ?? '{}')
    expect(
      data.message.map((one: { body: string; author: string | null }) => [one.body, one.author]).reverse(),
    ).toEqual([
      ['mesajul meu', member.personId],
      ['vorba colegului, scrie la [—] sau [—]', 'another person'],
      ['răspunsul echipei', null],
    ])
    const all = Buffer.concat([...files.values()]).toString()
    for (const other of [
      'Barbu Altul',
      'barbu@altul.test',
      'tichetul altuia',
      'nota internă',
      'Ilinca Echipă',
      colleague.personId,
    ])
      expect(all, other).not.toContain(other)
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}')
    for (const { name, sha256 } of manifest.files)
      expect(
        createHash('sha256')
          .update(files.get(name) ?? '')
          .digest('hex'),
        name,
      ).toBe(sha256)
    const schema = JSON.parse(files.get('schema.json')?.toString() ?? '{}')
    expect(schema.tables.message.columns.body.source).toMatchObject({ ro: expect.any(String) })
  })

  it('is of every person of the address, each in a folder of their own', async () => {
    const { actor, email } = await givenLogin(desk, await givenMember(desk, { name: 'Ioana Aici' }))
    const there = await givenMember(desk, { email, name: 'Ioana Dincolo' })
    await desk.owner.query('update base.person set login_id = $1 where id = $2', [actor.loginId, there.personId])
    const { pass } = await byCode(email, 'access')
    const files = await unzipped((await visitor().call(takeCopyByPass, { pass })).content)
    const names = ['account-1/data.json', 'account-2/data.json'].map(
      (name) => JSON.parse(files.get(name)?.toString() ?? '{}').person[0].name,
    )
    expect(names.sort()).toEqual(['Ioana Aici', 'Ioana Dincolo'])
  })

  it('to take along holds what the person gave or did, and no proof that the provider keeps for itself', async () => {
    const member = await givenMember(desk)
    const colleague = await givenMember(desk, { accountId: member.accountId, roles: ['technical'] })
    await ticketWith(member.accountId, member.personId, [
      { by: member.personId, body: 'mesajul meu' },
      { by: colleague.personId, body: 'vorba colegului' },
      { by: null, body: 'răspunsul echipei' },
    ])
    const { caseId } = await asked({ ...member, roles: ['technical'] }, 'portability')
    const files = await unzipped((await desk.as(member).call(takeCopy, { caseId })).content)
    const data = JSON.parse(files.get('data.json')?.toString() ?? '{}')
    expect(Object.keys(data)).toEqual(expect.arrayContaining(['person', 'message', 'ticket', 'account']))
    for (const table of ['rights_case', 'rights_answer', 'limit_entry', 'correction', 'audit_entry'])
      expect(data).not.toHaveProperty(table)
    // Given by others: theirs, or the provider's.
    expect(data.message.map((one: { body: string }) => one.body)).toEqual(['mesajul meu'])
  })

  it('asks who it is once more, and goes with no request but of access and portability', async () => {
    const member = await givenMember(desk)
    const { caseId } = await asked(member)
    await expect(desk.as({ ...member, freshAt: null }).call(takeCopy, { caseId })).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
    const other = await asked(member, 'automated')
    await expect(desk.as(member).call(takeCopy, other as never)).rejects.toMatchObject({ code: 'invalid' })
    await expect(desk.as(member).call(takeCopy, { caseId: other.caseId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('of 20,000 messages goes through in pieces: the process does not hold them, and serves others meanwhile', async () => {
    const member = await givenMessages(20_000)
    const { caseId } = await asked(member)
    const take = async () => (await desk.as(member).call(takeCopy, { caseId })).content
    const before = inUse()
    let [bytes, chunks, peak] = [0, 0, 0]
    for await (const chunk of await take()) {
      bytes += (chunk as Uint8Array).length
      if (chunks++ % 300 === 0) peak = Math.max(peak, inUse() - before)
    }
    // Some 16 MB of rows go through twice, as JSON and as CSV, of words that hardly shrink.
    expect(bytes).toBeGreaterThan(5_000_000)
    expect(peak).toBeLessThan(15_000_000)

    // In time of this thread alone, which does not depend on what else the machine does: from one turn of the loop to
    // the next, nobody else is served.
    const spent = () => {
      const { user, system } = process.threadCpuUsage()
      return (user + system) / 1000
    }
    let [turns, longest, last, over] = [0, 0, spent(), false]
    const turn = () => {
      const now = spent()
      longest = Math.max(longest, now - last)
      last = now
      turns += 1
      if (!over) setTimeout(turn, 1)
    }
    const content = await take()
    last = spent()
    setTimeout(turn, 1)
    for await (const _ of content);
    over = true
    expect(turns).toBeGreaterThan(100)
    expect(longest).toBeLessThan(100)
  }, 90_000)
})

/** Somebody who wrote that many messages. */
async function givenMessages(many: number): Promise<MemberActor> {
  const member = await givenMember(desk)
  await ticketWith(member.accountId, member.personId, [])
  // What indexes words is not what is tried here, and takes most of the time.
  await desk.owner.query(
    `alter table base.message alter column search drop expression if exists, alter column search drop not null, disable trigger user`,
  )
  await desk.owner.query(
    `insert into base.message (account_id, id, ticket_id, author, body)
     select $1, gen_random_uuid(), (select id from base.ticket where account_id = $1), $2, (select string_agg(md5(n::text || k), '') from generate_series(1, 8) k)
     from generate_series(1, $3) n`,
    [member.accountId, member.personId, many],
  )
  await desk.owner.query('analyze base.message')
  return member
}
