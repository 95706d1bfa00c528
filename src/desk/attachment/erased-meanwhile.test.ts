/** A file on its way out while its person is erased or restricted: it breaks off, and no byte of it leaves after. */
import { randomBytes } from 'node:crypto'
import { RouterContextProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { newId } from '../../platform/database/id.ts'
import { visitKey } from '../../platform/http/visit.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { endAccount } from '../../rights/ending/end-account.ts'
import { makeRequest } from '../../rights/request/make-request.ts'
import { loader } from '../pages/file.ts'
import { openTicket } from '../ticket/open-ticket.ts'
import { addAttachment } from './add-attachment.ts'
import { openAttachment, readAttachment } from './read-attachment.ts'
import { whileThere } from './while-there.ts'

const { desk, privacy } = await privacyDesk()
const { as } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const technician = await givenStaff(desk, { roles: ['technician'] })
const content = randomBytes(2_000_000)

async function sent() {
  const member = await givenMember(desk)
  const { attachmentId } = await as(member).call(addAttachment, { name: 'jurnal.log', content })
  const ticket = { subject: 'S', body: 'B', attachmentIds: [attachmentId], sendingId: newId() }
  await as(member).call(openTicket, ticket)
  return { member, input: { accountId: member.accountId, attachmentId } }
}

/** As the browser of one of the staff gets it. */
async function response(params: { accountId: string; attachmentId: string }): Promise<Response> {
  const context = new RouterContextProvider()
  const call = (_: string, input: typeof params) => desk.as(technician).call(openAttachment, input)
  context.set(visitKey, { call } as never)
  return await loader({ context, params, request: new Request('http://desk.test/') } as never)
}

const ends: readonly (readonly [string, (member: MemberActor) => Promise<unknown>])[] = [
  ['erased', (member) => as(member).call(endAccount, { understood: 'yes' })],
  ['restricted', (member) => as(member).call(makeRequest, { kind: 'restriction' })],
]

describe('a file that is being taken', () => {
  it.each(ends)('breaks off when its person is %s: no byte leaves after that was answered', async (_, end) => {
    const { member, input } = await sent()
    const readers = await Promise.all(Array.from({ length: 6 }, async () => (await response(input)).body!.getReader()))
    for (const reader of readers.slice(1)) expect((await reader.read()).value?.length).toBeGreaterThan(0)
    await end(member)
    const after = await Promise.allSettled(readers.map((reader) => reader.read()))
    expect(after.map(({ status }) => status)).toEqual(Array(6).fill('rejected'))
    await expect(response(input)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is whole while nothing happens, and asks for many kilobytes at once', async () => {
    const { input } = await sent()
    expect(Buffer.from(await (await response(input)).arrayBuffer()).equals(content)).toBe(true)
    let asked = 0
    async function* stored() {
      for (let at = 0; at < 32; at++) yield Buffer.alloc(65_536)
    }
    let size = 0
    for await (const piece of whileThere(async () => ++asked > 0, stored())) size += piece.length
    expect([size, asked]).toEqual([32 * 65_536, 8])
  })

  it('lets go of the stored file when the reader goes away', async () => {
    let closed = false
    async function* stored() {
      try {
        for (;;) yield Buffer.alloc(65_536)
      } finally {
        closed = true
      }
    }
    const pieces = whileThere(async () => true, stored())
    await pieces.next()
    await pieces.return(undefined)
    expect(closed).toBe(true)
  })

  it('by a program does not leave when its person is erased after the last piece was read', async () => {
    const { member, input } = await sent()
    const { files } = desk.tools
    const read = async (accountId: string, fileId: string) => {
      const stored = await files.read(accountId, fileId)
      return (async function* () {
        yield* stored
        await as(member).call(endAccount, { understood: 'yes' })
      })()
    }
    Object.assign(desk.tools, { files: { ...files, read } })
    try {
      await expect(desk.as(technician).call(readAttachment, input)).rejects.toMatchObject({ code: 'not_found' })
    } finally {
      Object.assign(desk.tools, { files })
    }
  })
})
