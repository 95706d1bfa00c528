import { z } from 'zod'
import { FileMissing } from '../../platform/files/blobs.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import type { Db } from '../desk-db.ts'
import { type AttachmentRow, findAttachment } from './attachment.queries.ts'
import { whileThere } from './while-there.ts'

/** A file as pages get it: its bytes piece by piece, as they are deciphered. */
export const openedFile = z.object({
  name: z.string(),
  sizeBytes: z.number(),
  content: z.custom<AsyncIterable<Buffer>>((value) => typeof value === 'object' && value !== null),
})

/** Nothing more of it leaves once it is erased or limited. @throws NotFound */
export async function openFile(db: Db, tools: Tools, row: AttachmentRow): Promise<z.output<typeof openedFile>> {
  const isThere = async () => (await findAttachment(db, row.id, row.account_id)) !== undefined
  return { name: row.name, sizeBytes: row.size_bytes, content: whileThere(isThere, await contentOf(tools, row)) }
}

/** A row may outlive its file by a moment, while both are being removed. @throws NotFound */
export async function contentOf(tools: Tools, row: AttachmentRow): Promise<AsyncIterable<Buffer>> {
  try {
    return await tools.files.read(row.account_id, row.id)
  } catch (error) {
    throw error instanceof FileMissing ? new NotFound('attachment') : error
  }
}
