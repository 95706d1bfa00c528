import { newId } from '../../platform/database/id.ts'
import { safeFileName } from '../../platform/files/file-name.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import type { Author } from '../author.ts'
import type { Trx } from '../desk-db.ts'
import { countUnsent, insertAttachment } from './attachment.queries.ts'
import { largestFile } from './content.ts'

/** More than any message may carry, so that a form can be mended, and not enough to fill a disk. */
const mostUnsent = 60

export interface GivenFile {
  readonly accountId: string
  readonly by: Author
  readonly name: string
  readonly content: Buffer
}

export interface TakenFile {
  readonly attachmentId: string
  readonly name: string
  readonly sizeBytes: number
}

/**
 * Takes a file in, to be sent with its giver's next message.
 * @throws Conflict `too_many_unsent_files` when the giver sent none of the last ones
 */
export async function takeIn(trx: Trx, tools: Tools, { accountId, by, ...given }: GivenFile): Promise<TakenFile> {
  if ((await countUnsent(trx, accountId, by)) >= mostUnsent) throw new Conflict('too_many_unsent_files')
  const id = newId()
  const name = safeFileName(given.name)
  const sizeBytes = given.content.length
  // The row comes first: a file without a row would never be found again, a row without its file is removed in a day.
  await insertAttachment(trx, { accountId, id, by, name, sizeBytes })
  await tools.files.put({ accountId, fileId: id, content: pieces(given.content), maxBytes: largestFile })
  return { attachmentId: id, name, sizeBytes }
}

async function* pieces(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes
}
