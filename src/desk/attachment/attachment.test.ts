import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { openTicket } from '../ticket/open-ticket.ts'
import { replyToTicket } from '../ticket/reply-to-ticket.ts'
import { showTicket } from '../ticket/show-ticket.ts'
import { addAttachment } from './add-attachment.ts'
import { openAttachment, readAttachment } from './read-attachment.ts'
import { sweepAttachments } from './sweep-attachments.ts'

let desk: TestDesk
let ioana: MemberActor
let tehnic: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  ioana = await givenMember(desk)
  tehnic = await givenStaff(desk)
})
afterAll(() => desk.close())

const add = (name = 'a.txt', content: Uint8Array | { base64: string } = Buffer.from('a')) =>
  desk.as(ioana).call(addAttachment, { name, content })
const system = { kind: 'system', job: 'attachment.sweep' } as const

it('a file comes back as it was, to both sides, each opening in the access log', async () => {
  const content = randomBytes(300_000)
  const { attachmentId, name } = await add('../jurnal\u202e.log', content)
  expect(name).toBe('jurnal.log')
  const { ticketId } = await desk.as(ioana).call(openTicket, { subject: 'S', body: 'B', attachmentIds: [attachmentId] })
  const { entries } = await desk.as(ioana).call(showTicket, { ticketId })
  expect(entries.find((one) => one.kind === 'message')).toMatchObject({
    files: [{ id: attachmentId, name: 'jurnal.log', sizeBytes: 300_000 }],
  })
  const input = { accountId: ioana.accountId, attachmentId }
  for (const actor of [ioana, tehnic]) {
    const parts: Buffer[] = []
    for await (const part of (await desk.as(actor).call(openAttachment, input)).content) parts.push(part)
    expect(Buffer.concat(parts).equals(content)).toBe(true)
    const read = await desk.as(actor).call(readAttachment, input)
    expect(Buffer.from(read.content, 'base64').equals(content)).toBe(true)
  }
  const { rows } = await desk.owner.query(
    `select operation, subjects from base.audit_entry where operation in ('attachment.open', 'attachment.read')`,
  )
  expect(rows).toHaveLength(4)
  for (const row of rows) expect(row.subjects).toEqual([ioana.personId])
})

it('takes base64 from programs, with and without padding at its end', async () => {
  for (const text of ['', 'a', 'ab', 'abc']) {
    const { sizeBytes } = await add('a.txt', { base64: Buffer.from(text).toString('base64') })
    expect(sizeBytes).toBe(text.length)
  }
})

it('a file goes with one message, whatever is tried, also at the same moment', async () => {
  const { attachmentId } = await add()
  const tries = await Promise.allSettled(
    [1, 2, 3, 4].map((n) =>
      desk.as(ioana).call(openTicket, { subject: `${n}`, body: 'B', attachmentIds: [attachmentId] }),
    ),
  )
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  const before = (await desk.owner.query('select from base.ticket')).rowCount
  await expect(
    desk.as(ioana).call(openTicket, { subject: 'x', body: 'B', attachmentIds: [attachmentId] }),
  ).rejects.toMatchObject({ code: 'invalid' })
  expect((await desk.owner.query('select from base.ticket')).rowCount).toBe(before)
})

it('what is not sent is nobody’s to open, and gone after a day', async () => {
  const { attachmentId } = await add('vechi.txt')
  const fresh = await add('nou.txt')
  const input = { accountId: ioana.accountId, attachmentId }
  for (const actor of [ioana, tehnic]) {
    await expect(desk.as(actor).call(readAttachment, input)).rejects.toMatchObject({ code: 'not_found' })
  }
  await desk.owner.query(`update base.attachment set created_at = now() - interval '25 hours' where id = $1`, [
    attachmentId,
  ])
  const swept = await Promise.all([1, 2].map(() => desk.as(system, 'job').call(sweepAttachments, {})))
  expect(swept.reduce((sum, one) => sum + one.removed, 0)).toBe(1)
  const left: string[] = []
  for await (const id of desk.tools.files.list(ioana.accountId)) left.push(id)
  expect(left).not.toContain(attachmentId)
  expect(left).toContain(fresh.attachmentId)
})

it('does not let a disk be filled with what is never sent', async () => {
  const other = await givenMember(desk)
  const give = () => desk.as(other).call(addAttachment, { name: 'a', content: Buffer.from('a') })
  for (let n = 0; n < 60; n++) await give()
  await expect(give()).rejects.toMatchObject({ code: 'too_many_unsent_files' })
})

it('a file that the store lost is said to be missing, and the ticket still opens', async () => {
  const { attachmentId } = await add()
  const { ticketId } = await desk.as(ioana).call(openTicket, { subject: 'S', body: 'B', attachmentIds: [attachmentId] })
  await desk.tools.files.remove(ioana.accountId, attachmentId)
  await expect(desk.as(ioana).call(readAttachment, { accountId: ioana.accountId, attachmentId })).rejects.toMatchObject(
    { code: 'not_found' },
  )
  await desk.as(ioana).call(replyToTicket, { ticketId, body: 'încă', attachmentIds: [] })
  await expect(
    desk.as(ioana).call(readAttachment, { accountId: ioana.accountId, attachmentId: newId() }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
