import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenStaff } from '../../test/support/given.ts'
import { lettersTo } from '../../test/support/letters.ts'
import { operations } from '../app/operations.ts'
import { accountForVisitor } from '../identity/identity.facade.ts'
import { newId } from '../platform/database/id.ts'
import type { StaffActor } from '../privacy/operation/actor.ts'
import { NotFound } from '../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'
import { openTicketFromVisitor, replyByLink, ticketForLink } from './desk.facade.ts'
import { addNote } from './ticket/add-note.ts'
import { replyToTicket } from './ticket/reply-to-ticket.ts'

const writeIn = writeOperation({
  name: 'probe.write',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ email: z.string(), body: z.string(), sendingId: z.string().optional() }),
  output: z.object({ ticketId: z.string(), token: z.string() }),
  async run({ trx, input, enqueue }) {
    const who = await accountForVisitor(trx, { email: input.email, name: 'Vizitator', language: 'ro' })
    const { body, sendingId } = input
    const given = { ...who, subject: 'Întrebare', body, sendingId, channel: 'form' } as const
    const opened = await openTicketFromVisitor(trx, given, enqueue)
    if (!opened) throw new NotFound('probe')
    return opened
  },
})
const look = readOperation({
  name: 'probe.look',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: z.string() }),
  output: z.object({ number: z.number(), words: z.array(z.string()) }),
  async run({ db, input }) {
    const { ticket, entries } = await ticketForLink(db, input.token)
    return { number: ticket.number, words: entries.flatMap((one) => (one.kind === 'event' ? [] : [one.body])) }
  },
})
const answer = writeOperation({
  name: 'probe.answer',
  purpose: 'support',
  who: { visitor: true },
  input: z.strictObject({ token: z.string(), body: z.string() }),
  output: z.object({ messageId: z.string() }),
  run: ({ trx, input, enqueue }) => replyByLink(trx, input.token, { body: input.body, attachmentIds: [] }, enqueue),
})

let desk: TestDesk
let tehnic: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true, operations: [...operations, writeIn, look, answer] })
  tehnic = await givenStaff(desk, { roles: ['technician'], email: 'tehnic@provider.test' })
})
afterAll(() => desk.close())

const visitor = () => desk.as({ kind: 'visitor' })

it('who has no account writes, comes back by the link, reads the answer and answers', async () => {
  const { ticketId, token } = await visitor().call(writeIn, { email: 'v1@visitor.test', body: 'Lucrați și noaptea?' })
  await desk.as(tehnic).call(addNote, { ticketId, body: 'zorzonat' })
  await desk.as(tehnic).call(replyToTicket, { ticketId, body: 'Da, până la 6.' })
  expect((await visitor().call(look, { token })).words).toEqual(['Lucrați și noaptea?', 'Da, până la 6.'])
  await visitor().call(answer, { token, body: 'Mulțumesc.' })
  expect((await visitor().call(look, { token })).words.at(-1)).toBe('Mulțumesc.')
  await desk.runJobs()
  expect(await lettersTo(desk, 'tehnic@provider.test')).toHaveLength(2)
  const [letter] = await lettersTo(desk, 'v1@visitor.test')
  expect(letter!.words.action!.url).toMatch(/^http:\/\/desk\.test\/ro\/conversation\/[\w-]{64}$/)
  const sent = letter!.words.action!.url.split('/').at(-1)!
  expect(sent).not.toBe(token)
  expect((await visitor().call(look, { token: sent })).words).toHaveLength(3)
  expect((await visitor().call(look, { token })).words).toHaveLength(3)
})

it('no token stands in the database', async () => {
  const { token } = await visitor().call(writeIn, { email: 'v2@visitor.test', body: 'x' })
  const { rows } = await desk.owner.query('select t::text as row from base.ticket_link t')
  expect(rows.length).toBeGreaterThan(0)
  for (const { row } of rows) expect(row).not.toContain(token)
})

it('a link that is changed, ended, invented or of another ticket leads nowhere, all alike', async () => {
  const { token } = await visitor().call(writeIn, { email: 'v3@visitor.test', body: 'x' })
  const other = await visitor().call(writeIn, { email: 'v4@visitor.test', body: 'al altuia' })
  const mixed = token.slice(0, 22) + other.token.slice(22)
  const ended = (await visitor().call(writeIn, { email: 'v5@visitor.test', body: 'x' })).token
  await desk.owner.query(
    `update base.ticket_link l set ended_at = now() from base.person p where p.id = l.person_id and p.email = 'v5@visitor.test'`,
  )
  const bad = [
    mixed,
    ended,
    token.slice(0, -1),
    `${token}A`,
    token.toUpperCase(),
    '',
    "' or 1=1 --",
    newId(),
    'A'.repeat(64),
  ]
  for (const wrong of bad) {
    for (const attempt of [
      () => visitor().call(look, { token: wrong }),
      () => visitor().call(answer, { token: wrong, body: 'x' }),
    ]) {
      await expect(attempt(), wrong).rejects.toMatchObject({ code: 'not_found', thing: 'conversation' })
    }
  }
})

it('a form sent four times at once is one ticket', async () => {
  const given = { email: 'v6@visitor.test', body: 'o dată', sendingId: newId() }
  const answers = await Promise.all([1, 2, 3, 4].map(() => visitor().call(writeIn, given)))
  expect(new Set(answers.map((one) => one.ticketId)).size).toBe(1)
  for (const { token } of answers) expect((await visitor().call(look, { token })).words).toEqual(['o dată'])
})

it('a form sent again leads back to its conversation for ten minutes, and never once that was left', async () => {
  const long = { email: 'v7@visitor.test', body: 'demult', sendingId: newId() }
  const { ticketId, token } = await visitor().call(writeIn, long)
  await desk.owner.query(`update base.ticket set created_at = now() - interval '11 minutes' where id = $1`, [ticketId])
  await expect(visitor().call(writeIn, long)).rejects.toMatchObject({ thing: 'probe' })
  expect((await visitor().call(look, { token })).words).toEqual(['demult'])
  const left = { email: 'v8@visitor.test', body: 'părăsită', sendingId: newId() }
  const once = await visitor().call(writeIn, left)
  await desk.owner.query('update base.ticket_link set ended_at = now() where ticket_id = $1', [once.ticketId])
  await expect(visitor().call(writeIn, left)).rejects.toMatchObject({ thing: 'probe' })
})
