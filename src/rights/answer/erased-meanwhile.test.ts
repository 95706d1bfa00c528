/** What is on its way out while its person is erased: it arrived whole before, or it breaks off; nothing leaves after. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { describe, expect, it } from 'vitest'
import { givenLogin, givenMember } from '../../../test/support/given.ts'
import { readZip } from '../../../test/support/read-zip.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { DeskError } from '../../privacy/operation/errors.ts'
import { endAccount } from '../ending/end-account.ts'
import { endPerson } from '../ending/end-person.ts'
import { downloadHeld } from '../held/download.ts'
import { archiveResponse } from '../pages/file-response.ts'
import { makeRequest } from '../request/make-request.ts'
import { showRequest } from '../request/show-request.ts'
import { fetchAnswer } from './fetch-answer.ts'
import { takeCopy } from './take-copy.ts'

const { desk, privacy } = await privacyDesk()

const { as } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const yes = { understood: 'yes' } as const
const many = <T>(count: number, make: (at: number) => Promise<T>) => Array.from({ length: count }, (_, at) => make(at))

/** Somebody of a client with an owner, who wrote that much and asked for all of it. */
async function asked(messages: number) {
  const owner = await givenMember(desk)
  const place = { accountId: owner.accountId, roles: ['technical'], name: 'Tudor Vrânceanu' } as const
  const { actor: member } = await givenLogin(desk, await givenMember(desk, place))
  const ticketId = newId()
  await desk.owner.query(
    `insert into base.ticket (account_id, id, opened_by, subject, status) values ($1, $2, $3, 'Serverul', 'open')`,
    [member.accountId, ticketId, member.personId],
  )
  await desk.owner.query(
    `insert into base.message (account_id, id, ticket_id, author, body)
     select $1, gen_random_uuid(), $2, $3, (select string_agg(md5(n::text || k), ' ') from generate_series(1, 8) k)
     from generate_series(1, $4) n`,
    [member.accountId, ticketId, member.personId, messages],
  )
  const { caseId } = await as(member).call(makeRequest, { kind: 'access' })
  const { answers } = await as(member).call(showRequest, { caseId })
  return { owner, member, ids: { caseId, answerId: answers[0]?.id ?? '' } }
}

/** Reads to the end: what came, and whether the end was that of a whole file. */
async function drained(content: ReadableStream, came: () => void) {
  const reader = content.getReader()
  const seen: Uint8Array[] = []
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return { whole: true, bytes: Buffer.concat(seen) }
      came()
      seen.push(value)
    }
  } catch {
    return { whole: false, bytes: Buffer.concat(seen) }
  }
}

describe('a copy that is being taken', () => {
  it.each([
    ['of a request', (member: MemberActor, caseId: string) => as(member).call(takeCopy, { caseId })],
    ['of what is held', (member: MemberActor) => as(member).call(downloadHeld, {})],
  ])('%s breaks off when its person is erased: no byte leaves after that was answered', async (_, take) => {
    const { member, ids } = await asked(700)
    const readers = await Promise.all(
      many(8, async () => (await take(member, ids.caseId)).content.getReader() as ReadableStreamDefaultReader),
    )
    for (const reader of readers) expect((await reader.read()).value.length).toBeGreaterThan(0)
    await as(member).call(endPerson, yes)
    const after = await Promise.allSettled(readers.map((reader) => reader.read()))
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set(['rejected']))
    const again = await take(member, ids.caseId).then(
      ({ content }) => drained(content, () => {}),
      (error) => error,
    )
    if (!(again instanceof DeskError)) expect(again).toEqual({ whole: false, bytes: Buffer.alloc(0) })
  })

  it('two dozen at the same moment as the erasure are each whole, or broken off', async () => {
    const { owner, member, ids } = await asked(300)
    let ended = false
    let late = 0
    const taking = many(24, async (at) => {
      for (let turn = 0; turn < at; turn++) await new Promise((next) => setImmediate(next))
      const copy = await as(member).call(takeCopy, { caseId: ids.caseId })
      return await drained(copy.content, () => {
        if (ended) late += 1
      })
    })
    const ending = as(owner)
      .call(endAccount, yes)
      .then(() => {
        ended = true
      })
    const outcomes = await Promise.allSettled(taking)
    await ending
    for (const one of outcomes) {
      if (one.status === 'rejected') {
        expect(one.reason).toBeInstanceOf(DeskError)
        continue
      }
      if (!one.value.whole) continue
      const data = JSON.parse((await readZip(one.value.bytes)).get('data.json')?.toString() ?? '{}')
      expect(data.message).toHaveLength(300)
      expect(data.person).toHaveLength(1)
    }
    expect(late).toBe(0)
  })

  it('ends without the last piece over HTTP too, so that no program takes it for whole', async () => {
    const { member, ids } = await asked(700)
    const { promise: erased, resolve } = Promise.withResolvers<void>()
    // Whoever takes it takes one piece and the next when the erasure was answered, however much the way in between could hold.
    const slowly = new TransformStream<Uint8Array, Uint8Array>({
      async transform(piece, controller) {
        controller.enqueue(piece)
        await erased
      },
    })
    const server = createServer(
      getRequestListener(async () => {
        const copy = await as(member).call(takeCopy, { caseId: ids.caseId })
        return archiveResponse({ ...copy, content: copy.content.pipeThrough(slowly) })
      }),
    )
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    try {
      const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      const reader = response.body!.getReader()
      await reader.read()
      void as(member)
        .call(endPerson, yes)
        .then(() => resolve())
      await erased
      const rest = async () => {
        while (!(await reader.read()).done);
      }
      await expect(rest()).rejects.toThrow()
    } finally {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    }
  })
})

describe('the letter of an answer', () => {
  it.each([
    ['pdf', 16],
    ['html', 50],
  ] as const)('as %s does not leave once its person is erased', async (format, count) => {
    const { member, ids } = await asked(1)
    let ended = false
    const late: unknown[] = []
    const fetching = many(count, async (at) => {
      for (let turn = 0; turn < at * 3; turn++) await new Promise((next) => setImmediate(next))
      const file = await as(member).call(fetchAnswer, { ...ids, format })
      if (ended) late.push(file)
    })
    const ending = as(member)
      .call(endPerson, yes)
      .then(() => {
        ended = true
      })
    for (const one of await Promise.allSettled(fetching)) {
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DeskError)
    }
    await ending
    expect(late).toHaveLength(0)
  })
})
