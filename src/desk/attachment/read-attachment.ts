import { z } from 'zod'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import type { Db } from '../desk-db.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'
import { type AttachmentRow, findAttachment } from './attachment.queries.ts'
import { contentOf, openedFile, openFile } from './opened-file.ts'

const who = { member: 'any', staff: staffMayAnswer } as const
const input = z.strictObject({ accountId: z.uuid(), attachmentId: z.uuid() })

/** For pages: the file as it comes from the store, deciphered piece by piece. Every opening is in the access log. */
export const openAttachment = readOperation({
  name: 'attachment.open',
  purpose: 'support',
  who,
  input,
  output: openedFile,
  async run({ db, actor, input, tools, concerning }) {
    const row = await ownAttachment(db, actor, input)
    concerning({ accountId: row.account_id, personIds: row.added_by ? [row.added_by] : [] })
    return await openFile(db, tools, row)
  },
})

/** For programs: the same in base64. */
export const readAttachment = readOperation({
  name: 'attachment.read',
  purpose: 'support',
  http: 'GET /accounts/{accountId}/attachments/{attachmentId}',
  says: 'A file that was sent on a ticket, in base64.',
  who,
  input,
  output: z.object({ name: z.string(), sizeBytes: z.number(), content: z.string() }),
  async run({ db, actor, input, tools, concerning }) {
    const row = await ownAttachment(db, actor, input)
    concerning({ accountId: row.account_id, personIds: row.added_by ? [row.added_by] : [] })
    const parts: Buffer[] = []
    for await (const part of await contentOf(tools, row)) parts.push(part)
    // It leaves whole, after the last piece was read.
    if (!(await findAttachment(db, row.id, row.account_id))) throw new NotFound('attachment')
    return { name: row.name, sizeBytes: row.size_bytes, content: Buffer.concat(parts).toString('base64') }
  },
})

async function ownAttachment(
  db: Db,
  actor: MemberActor | StaffActor,
  { accountId, attachmentId }: z.output<typeof input>,
): Promise<AttachmentRow> {
  const own = actor.kind === 'staff' || actor.accountId === accountId
  const row = own ? await findAttachment(db, attachmentId, accountId) : undefined
  if (!row) throw new NotFound('attachment')
  return row
}
