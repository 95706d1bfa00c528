import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenAccount, givenMember, givenStaff } from '../../test/support/given.ts'
import { newId } from '../platform/database/id.ts'
import type { Actor, MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import { saveArticle } from './article/save-article.ts'
import { addAttachment } from './attachment/add-attachment.ts'
import { deskOperations } from './desk.operations.ts'
import { addNote } from './ticket/add-note.ts'
import { openTicket } from './ticket/open-ticket.ts'
import { replyToTicket } from './ticket/reply-to-ticket.ts'

let desk: TestDesk
let mine: MemberActor
let theirs: MemberActor
let staff: StaffActor
/** What belongs to `theirs`, by the names that inputs have. */
let foreign: Record<string, unknown>
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  mine = await givenMember(desk)
  theirs = await givenMember(desk, { name: 'Mihai Strain' })
  staff = await givenStaff(desk)
  const asThem = desk.as(theirs)
  const { attachmentId } = await asThem.call(addAttachment, { name: 'contract.pdf', content: { base64: 'c2VjcmV0' } })
  const unsent = await asThem.call(addAttachment, { name: 'unsent.pdf', content: { base64: 'c2VjcmV0' } })
  const { ticketId } = await asThem.call(openTicket, {
    subject: 'Al lor',
    body: 'cuvinte straine',
    attachmentIds: [attachmentId],
  })
  const { messageId } = await asThem.call(replyToTicket, { ticketId, body: 'încă unul' })
  const { articleId } = await asThem.call(saveArticle, { title: 'Al lor', body: 'cuvinte straine' })
  foreign = { accountId: theirs.accountId, ticketId, messageId, articleId, attachmentId, unsent: unsent.attachmentId }
})
afterAll(() => desk.close())

const rows = async () =>
  (
    await desk.owner.query(
      `select (select count(*) from base.ticket)::int + (select count(*) from base.message) + (select count(*) from base.note)
        + (select count(*) from base.attachment) + (select count(*) from base.ticket_event)
        + (select count(*) from base.playbook) + (select count(*) from base.ticket_link)
        + (select count(*) from base.article) + (select sum(revision) from base.article)
        + (select count(*) from base.public_article) as n`,
    )
  ).rows[0].n

const outcome = async (actor: Actor, name: string, input: unknown) =>
  desk.callByName({ actor, via: 'api' }, name, input).then(
    (answer) => ({ answer, code: 'answered', fields: undefined as Record<string, string> | undefined }),
    (error) => ({ answer: undefined, code: error.code as string, fields: error.fields as Record<string, string> }),
  )

/** A good input of each operation, about what belongs to `theirs`. */
const inputs: Record<string, () => Record<string, unknown>> = {
  'ticket.form': () => ({}),
  'ticket.open': () => ({ accountId: foreign.accountId, subject: 'S', body: 'B' }),
  'ticket.list': () => ({ accountId: foreign.accountId }),
  'ticket.show': () => ({ ticketId: foreign.ticketId }),
  'ticket.follow': () => ({ ticketId: foreign.ticketId }),
  'ticket.reply': () => ({ ticketId: foreign.ticketId, body: 'B' }),
  'ticket.note': () => ({ ticketId: foreign.ticketId, body: 'B' }),
  'ticket.set_status': () => ({ ticketId: foreign.ticketId, status: 'closed' }),
  'ticket.assign': () => ({ ticketId: foreign.ticketId, to: null, instead: null }),
  'ticket_link.replay_end': () => ({
    kind: 'end',
    id: newId(),
    accountId: foreign.accountId,
    at: new Date().toISOString(),
    seq: 1,
    hash: '',
    what: 'ticket_link',
    of: newId(),
    roles: null,
  }),
  'ticket.tell_of_message': () => ({
    accountId: foreign.accountId,
    ticketId: foreign.ticketId,
    messageId: foreign.messageId,
  }),
  'ticket.search': () => ({ q: 'straine' }),
  'inbox.count': () => ({}),
  'inbox.list': () => ({ queue: 'open' }),
  'inbox.follow': () => ({}),
  'inbox.colleagues': () => ({}),
  'attachment.add': () => ({ accountId: foreign.accountId, name: 'x.txt', content: { base64: '' } }),
  'attachment.open': () => ({ accountId: foreign.accountId, attachmentId: foreign.attachmentId }),
  'attachment.read': () => ({ accountId: foreign.accountId, attachmentId: foreign.attachmentId }),
  'attachment.sweep': () => ({}),
  'playbook.show': () => ({ accountId: foreign.accountId }),
  'playbook.save': () => ({ accountId: foreign.accountId, seen: 0, never: 'nu opriți nimic' }),
  'playbook.changes': () => ({ accountId: foreign.accountId }),
  'article.list': () => ({ accountId: foreign.accountId }),
  'article.show': () => ({ accountId: foreign.accountId, articleId: foreign.articleId }),
  'article.save': () => ({
    accountId: foreign.accountId,
    articleId: foreign.articleId,
    seen: 1,
    title: 'T',
    body: 'B',
  }),
  'article.suggest': () => ({ subject: 'cuvinte straine' }),
  'article.versions': () => ({ accountId: foreign.accountId, articleId: foreign.articleId }),
  'article.version': () => ({ accountId: foreign.accountId, articleId: foreign.articleId, revision: 1 }),
  'article.drop': () => ({ accountId: foreign.accountId, articleId: foreign.articleId, use: 'dropped' }),
  'public_article.save': () => ({ slug: 'a', titleRo: 'T', titleEn: 'T', bodyRo: 'B', bodyEn: 'B' }),
  'public_article.versions': () => ({ publicArticleId: newId() }),
  'public_article.version': () => ({ publicArticleId: newId(), revision: 1 }),
  'public_article.publish': () => ({ publicArticleId: newId(), state: 'published' }),
  'client.list': () => ({}),
  'client.show': () => ({ accountId: foreign.accountId }),
}
/** What everybody may call has nothing of a client. */
const names = deskOperations.filter(({ who }) => !who.visitor).map((operation) => operation.name)
const staffOnly = names.filter((name) => !deskOperations.find((o) => o.name === name)!.who.member)

it('names an input for every operation', () => {
  expect(Object.keys(inputs).sort()).toEqual([...names].sort())
})

describe.each(names)('%s', (name) => {
  it('answers nothing to nobody', async () => {
    const before = await rows()
    expect((await outcome({ kind: 'visitor' }, name, inputs[name]!())).code).toBe('sign_in_first')
    expect(await rows()).toBe(before)
  })

  it('gives a member of another account nothing', async () => {
    const before = await rows()
    const { code, answer } = await outcome(mine, name, inputs[name]!())
    if (staffOnly.includes(name)) expect(code).toBe('role')
    else if (name === 'ticket.form') expect(code).toBe('answered')
    else if (name === 'article.suggest') expect(answer).toEqual({ own: [], open: [] })
    else if (name === 'ticket.search') expect(answer).toEqual({ tickets: [], next: null })
    else expect(code).toBe('not_found')
    expect(await rows()).toBe(before)
  })

  it('gives staff without a second factor nothing', async () => {
    const { code } = await outcome({ ...staff, secondFactor: false }, name, inputs[name]!())
    expect(['second_factor', 'role']).toContain(code)
  })

  it('gives a member whose place ended nothing', async () => {
    expect((await outcome({ ...theirs, roles: [] }, name, inputs[name]!())).code).toBe('role')
  })

  it('names the field that it does not know, and writes nothing', async () => {
    const operation = deskOperations.find((one) => one.name === name)!
    const actor: Actor = operation.who.staff ? staff : operation.who.member ? mine : { kind: 'system', job: name }
    const before = await rows()
    const { code, fields } = await outcome(actor, name, { ...inputs[name]!(), surplus: 1 })
    expect(code).toBe('invalid')
    expect(fields).toHaveProperty('surplus')
    expect(await rows()).toBe(before)
  })
})

describe('faulty input', () => {
  const huge = 'x'.repeat(20_001)
  it.each([
    ['ticket.open', { subject: '', body: 'B' }, 'subject'],
    ['ticket.open', { subject: 'S', body: ' \n ' }, 'body'],
    ['ticket.open', { subject: 'x'.repeat(301), body: 'B' }, 'subject'],
    ['ticket.open', { subject: 'S', body: huge }, 'body'],
    ['ticket.open', { subject: 'S', body: 'a\u0000b' }, 'body'],
    ['ticket.open', { subject: 'S', body: 'B', orderId: 'x' }, 'orderId'],
    ['ticket.open', { subject: 'S', body: 'B', attachmentIds: Array.from({ length: 21 }, newId) }, 'attachmentIds'],
    ['ticket.open', { subject: 'S', body: 'B', attachmentIds: [newId()] }, 'attachmentIds'],
    ['ticket.open', { subject: 'S', body: 'B', sendingId: '1' }, 'sendingId'],
    ['ticket.open', { subject: 'card 4111 1111 1111 1111', body: 'B' }, 'subject'],
    ['ticket.open', { subject: 'S', body: 'în contul RO49 AAAA 1B31 0075 9384 0000' }, 'body'],
    ['ticket.open', { subject: ['S'], body: { B: 1 } }, 'subject'],
    ['ticket.list', { after: 'x' }, 'after'],
    ['ticket.list', { after: "1.' or 1=1 --" }, 'after'],
    ['ticket.show', { ticketId: "' or 1=1" }, 'ticketId'],
    ['ticket.set_status', { ticketId: newId(), status: 'open' }, 'status'],
    ['ticket.search', { q: 'x'.repeat(201) }, 'q'],
    ['attachment.add', { name: '', content: { base64: '' } }, 'name'],
    ['attachment.add', { name: 'a', content: { base64: 'no base64!' } }, 'content'],
    ['attachment.add', { name: '4111111111111111.pdf', content: { base64: '' } }, 'name'],
    ['playbook.save', { seen: -1 }, 'seen'],
    ['article.save', { title: '', body: 'B' }, 'title'],
    ['article.save', { title: 'card 4111 1111 1111 1111', body: 'B' }, 'title'],
    ['article.save', { title: 'T', body: 'x'.repeat(20_001) }, 'body'],
    ['playbook.save', { seen: 0, tone: 'x'.repeat(4_001) }, 'tone'],
  ])('%s %o', async (name, input, field) => {
    const before = await rows()
    const { code, fields } = await outcome(mine, name, input)
    expect(code).toBe('invalid')
    expect(Object.keys(fields!)).toContain(field)
    expect(await rows()).toBe(before)
  })

  it('a file above ten mebibytes', async () => {
    const before = await rows()
    const content = Buffer.alloc(10 * 1024 * 1024 + 1)
    expect((await outcome(mine, 'attachment.add', { name: 'a.bin', content })).code).toBe('invalid')
    expect(
      (await outcome(mine, 'attachment.add', { name: 'a.bin', content: { base64: content.toString('base64') } })).code,
    ).toBe('invalid')
    expect(await rows()).toBe(before)
  })

  it('a search by whatever signs finds nothing and breaks nothing', async () => {
    for (const q of ["'", '\\', "');--", '& | !', ':*', '<->', '%', '\u0000', '👾', "x' | 'y", "a\\'b"]) {
      expect((await outcome(mine, 'ticket.search', { q })).code).toBe('answered')
      expect((await outcome(staff, 'client.list', { q })).code).toBe('answered')
    }
  })
})

describe('what is another’s cannot be carried into what is mine', () => {
  it('files', async () => {
    for (const attachmentId of [foreign.attachmentId, foreign.unsent]) {
      const { code, fields } = await outcome(mine, 'ticket.open', {
        subject: 'S',
        body: 'B',
        attachmentIds: [attachmentId],
      })
      expect(code).toBe('invalid')
      expect(fields).toHaveProperty('attachmentIds')
    }
    expect(
      (await outcome(mine, 'attachment.read', { accountId: mine.accountId, attachmentId: foreign.attachmentId })).code,
    ).toBe('not_found')
    expect(
      (await outcome(theirs, 'attachment.read', { accountId: theirs.accountId, attachmentId: foreign.unsent })).code,
    ).toBe('not_found')
    expect(
      (await outcome(staff, 'attachment.read', { accountId: mine.accountId, attachmentId: foreign.attachmentId })).code,
    ).toBe('not_found')
  })

  it('files of a colleague that were not sent', async () => {
    const colleague = await givenMember(desk, { accountId: theirs.accountId })
    expect(
      (await outcome(colleague, 'ticket.open', { subject: 'S', body: 'B', attachmentIds: [foreign.unsent] })).code,
    ).toBe('invalid')
  })

  it('orders', async () => {
    expect((await outcome(mine, 'ticket.open', { subject: 'S', body: 'B', orderId: newId() })).code).toBe('not_found')
  })

  it('a sending of another account is not found by its id', async () => {
    const sendingId = newId()
    const first = await desk.as(theirs).call(openTicket, { subject: 'S', body: 'B', sendingId })
    const second = await desk.as(mine).call(openTicket, { subject: 'S', body: 'B', sendingId })
    expect(second.ticketId).not.toBe(first.ticketId)
  })
})

it('the staff must name an account that is there', async () => {
  expect((await outcome(staff, 'ticket.open', { subject: 'S', body: 'B' })).fields).toHaveProperty('accountId')
  expect((await outcome(staff, 'ticket.open', { accountId: newId(), subject: 'S', body: 'B' })).code).toBe('not_found')
  const erased = await givenAccount(desk)
  await desk.owner.query('update base.account set erased_at = now() where id = $1', [erased])
  expect((await outcome(staff, 'ticket.list', { accountId: erased })).code).toBe('not_found')
})

it('a person who is limited for support is not seen by it', async () => {
  const limited = await givenMember(desk)
  const { ticketId } = await desk.as(limited).call(openTicket, { subject: 'Limitat', body: 'cuvinte' })
  await desk.as(staff).call(addNote, { ticketId, body: 'notă' })
  await desk.owner.query(`update base.ticket set marker = 2 where id = $1`, [ticketId])
  await desk.owner.query(`update base.message set marker = 2 where ticket_id = $1`, [ticketId])
  for (const [name, input] of [
    ['ticket.show', { ticketId }],
    ['ticket.reply', { ticketId, body: 'B' }],
    ['ticket.note', { ticketId, body: 'B' }],
    ['ticket.set_status', { ticketId, status: 'closed' }],
  ] as const) {
    expect((await outcome(staff, name, input)).code).toBe('not_found')
  }
  const found = await outcome(staff, 'ticket.search', { q: 'limitat' })
  expect(found.answer).toMatchObject({ tickets: [] })
})
