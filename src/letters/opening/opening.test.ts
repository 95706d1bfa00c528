import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { RouterContextProvider } from 'react-router'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProcessor } from '../../../test/support/given.ts'
import { type Looking, looking, pageOf } from '../../../test/support/promises.ts'
import { type Visit, visitKey } from '../../platform/http/visit.ts'
import { smtpPost } from '../../platform/mail/post.ts'
import { recordConsent } from '../../privacy/limits/record-consent.ts'
import { makeLetters } from '../letters.ts'
import { loader } from '../pages/opened.ts'
import { noteOpening } from './note-opening.ts'

let desk: TestDesk
let checks: Looking
let server: SMTPServer
const taken: string[] = []
let post: ReturnType<typeof smtpPost>

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  await desk.owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values (gen_random_uuid(), 'Zavor SRL', 'Str. Unu', 'date@provider.test', 'RO', 'ro', 'RON')`,
  )
  await givenProcessor(desk)
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      stream.on('end', () => {
        taken.push(raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
        done(null)
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  post = smtpPost(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  Object.assign(desk.tools, { letters: makeLetters(desk.tools.keys, post) })
})
afterAll(async () => {
  post.close()
  await new Promise<void>((closed) => server.close(() => closed()))
  await checks.close()
  await desk.close()
})

type Member = Awaited<ReturnType<typeof givenMember>>

const decide = (member: Member, decision: 'given' | 'withdrawn') =>
  desk.handles
    .of('self')
    .transaction()
    .execute((trx) =>
      recordConsent(
        trx,
        member,
        { purpose: 'openings', decision, method: 'accept', language: 'ro', surface: 'test', path: '/here' },
        member,
      ),
    )

/** Writes to a person and answers the letter as their mail server got it. */
async function letterTo(member: Member): Promise<string> {
  const words = { subject: 'Un subiect', lines: ['Un rând'] }
  const letter = { ...member, to: 'ioana@client.test', kind: 'trial', language: 'ro', words } as const
  await desk.handles
    .of('orders')
    .transaction()
    .execute((trx) => desk.tools.letters.post(trx, letter))
  await desk.runJobs()
  return taken.at(-1) as string
}

const tokenIn = (letter: string) => /\/opened\/([\w-]{64})/.exec(letter)?.[1] as string
const opened = async (member: Member) =>
  (
    await desk.owner.query('select opened_at from base.letter_opening where person_id = $1 order by id', [
      member.personId,
    ])
  ).rows
const open = (token: string) => desk.call({ actor: { kind: 'visitor' }, via: 'page' }, noteOpening, { token })

it('a letter has no image unless its reader agreed to it', async () => {
  const member = await givenMember(desk)
  const letter = await letterTo(member)
  expect(letter).toContain('Un subiect')
  expect(letter).not.toContain('<img')
  expect(letter).not.toContain('/opened/')
  expect(await opened(member)).toEqual([])
})

it('with consent each letter has an image of its own, and the first opening is noted', async () => {
  const member = await givenMember(desk)
  await decide(member, 'given')
  const [one, other] = [tokenIn(await letterTo(member)), tokenIn(await letterTo(member))]
  expect(one).not.toBe(other)
  await open(one)
  const [first] = await opened(member)
  expect(first?.opened_at).toBeInstanceOf(Date)
  await open(one)
  expect(await opened(member)).toEqual([first, { opened_at: null }])
  const { rows } = await desk.owner.query('select token_hash from base.letter_opening')
  expect(JSON.stringify(rows)).not.toContain(one)
})

it('after a withdrawal nothing is noted, for letters sent before either, and new ones have no image', async () => {
  const member = await givenMember(desk)
  await decide(member, 'given')
  const token = tokenIn(await letterTo(member))
  await decide(member, 'withdrawn')
  await open(token)
  expect(await opened(member)).toEqual([{ opened_at: null }])
  expect(await letterTo(member)).not.toContain('<img')
})

it('leaves no entry in the access log where nothing is noted, not even one about nobody', async () => {
  const entries = async () =>
    (await desk.owner.query(`select subjects from base.audit_entry where operation = 'letter.opened' order by seq`))
      .rows
  const before = await entries()
  const member = await givenMember(desk)
  await decide(member, 'given')
  const [first, late] = [tokenIn(await letterTo(member)), tokenIn(await letterTo(member))]
  await open(first)
  await decide(member, 'withdrawn')
  for (const token of [late, 'A'.repeat(64), 'broken', '../..']) await open(token)
  expect((await entries()).slice(before.length)).toEqual([{ subjects: [member.personId] }])
  expect((await desk.owner.query(`select from base.audit_inbox where operation = 'letter.opened'`)).rowCount).toBe(0)
})

it('an opening and a withdrawal at the same moment follow one another', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const member = await givenMember(desk)
    await decide(member, 'given')
    const token = tokenIn(await letterTo(member))
    await Promise.all([decide(member, 'withdrawn'), open(token)])
  }
  expect(await checks.look('P5', 'silent_after', sameImage)).toMatchObject({ holds: true })
})

it('every address answers the same image: opened, withdrawn, made up, broken, and when nothing can be noted', async () => {
  const member = await givenMember(desk)
  await decide(member, 'given')
  const token = tokenIn(await letterTo(member))
  const ask = async (asked: string, call: Visit['call']) => {
    const context = new RouterContextProvider()
    context.set(visitKey, { call } as unknown as Visit)
    const answer = await loader({ context, params: { token: asked } } as never)
    return [answer.status, [...answer.headers], Buffer.from(await answer.arrayBuffer()).toString('base64')]
  }
  const call = ((name: string, input: never) =>
    desk.callByName({ actor: { kind: 'visitor' }, via: 'page' }, name, input)) as never
  const broken = (() => Promise.reject(new Error('away'))) as never
  const answers = [
    await ask(token, call),
    await ask(token, call),
    await ask('A'.repeat(64), call),
    await ask('x'.repeat(5000), call),
    await ask('../..', call),
    await ask(token, broken),
  ]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

const sameImage = { page: async () => pageOf('GIF89a', { headers: new Headers({ 'content-type': 'image/gif' }) }) }

it.each([
  ['nothing_recorded', `update base.letter_opening set made_at = made_at - interval '1 hour'`],
  ['silent_after', `update base.letter_opening set opened_at = made_at - interval '1 hour'`],
  ['silent_after', `update base.letter_opening set opened_at = now() + interval '13 months'`],
])('P5 %s: what was noted outside a consent is seen', async (need, breaking) => {
  expect(await checks.look('P5', need, sameImage)).toMatchObject({ holds: true })
  await desk.owner.query('create table kept as select id, made_at, opened_at from base.letter_opening')
  await desk.owner.query(breaking)
  expect(await checks.look('P5', need, sameImage)).toMatchObject({ holds: false })
  await desk.owner.query(
    'update base.letter_opening o set made_at = k.made_at, opened_at = k.opened_at from kept k where k.id = o.id',
  )
  await desk.owner.query('drop table kept')
})

it('P5 silent_after: an address that answers something else than the others', async () => {
  const page = async (path: string) =>
    pageOf(path, { headers: new Headers({ 'content-type': 'image/gif' }), status: 200 })
  expect(await checks.look('P5', 'silent_after', { page })).toMatchObject({ holds: false })
})
