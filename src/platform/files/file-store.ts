import { createHash, randomBytes } from 'node:crypto'
import type { AccountKeys } from '../keys/account-keys.ts'
import { EnvelopeError } from '../keys/envelope.ts'
import { type Blobs, FileMissing, FileRefused } from './blobs.ts'
import { decryptChunks, encryptChunks } from './chunks.ts'

/** A file that was taken in: its size in bytes and the SHA-256 of its content (hex). */
export interface StoredFile {
  readonly size: number
  readonly sha256: string
}

export interface FileStore {
  /** Takes in a whole file of at most `maxBytes`, or throws FileRefused and keeps nothing. Ids are UUIDs of our making. */
  put(file: {
    accountId: string
    fileId: string
    content: AsyncIterable<Uint8Array>
    maxBytes: number
  }): Promise<StoredFile>
  /** Gives a file out. Throws FileMissing or FileRefused before the first byte, and FileRefused where it is damaged. */
  read(accountId: string, fileId: string): Promise<AsyncIterable<Buffer>>
  remove(accountId: string, fileId: string): Promise<boolean>
  /** Removes all files of an account; answers how many. */
  removeAccount(accountId: string): Promise<number>
  /** The ids of an account's files, for the account's end and for finding what no row speaks of. */
  list(accountId: string): AsyncIterable<string>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MAGIC = Buffer.from('ZFIL\x01')

/**
 * Files encrypted under a key of their own, which lies sealed by the account's key at the head of each: once the
 * account's key is destroyed no copy of them opens. Layout: "ZFIL" 1 | length of the envelope (2) | envelope | chunks.
 */
export function fileStore(blobs: Blobs, keys: AccountKeys): FileStore {
  return {
    async put({ accountId, fileId, content, maxBytes }) {
      const name = nameOf(accountId, fileId)
      const key = randomBytes(32)
      const head = headOf(await keys.seal(accountId, placeOf(fileId), key))
      const seen = { size: 0, hash: createHash('sha256') }
      await blobs.write(name, joined(head, encryptChunks(key, head, counted(content, maxBytes, seen))))
      return { size: seen.size, sha256: seen.hash.digest('hex') }
    },
    async read(accountId, fileId) {
      const source = blobs.read(nameOf(accountId, fileId))[Symbol.asyncIterator]()
      const { head, envelope, rest } = await readHead(source)
      try {
        const key = await keys.open(accountId, placeOf(fileId), envelope)
        return decryptChunks(key, head, joined(rest, { [Symbol.asyncIterator]: () => source }))
      } catch (error) {
        await source.return?.()
        throw error instanceof EnvelopeError ? new FileRefused('file_damaged', error.message) : error
      }
    },
    async remove(accountId, fileId) {
      return blobs.remove(nameOf(accountId, fileId))
    },
    async removeAccount(accountId) {
      return blobs.removeUnder(`${uuid(accountId)}/`)
    },
    async *list(accountId) {
      for await (const name of blobs.list(`${uuid(accountId)}/`)) yield name.slice(name.lastIndexOf('/') + 1)
    },
  }
}

function placeOf(fileId: string) {
  return { record: fileId, field: 'file', version: 1 }
}

// The last two digits of a UUID v7 are random, so that no folder grows much larger than another.
function nameOf(accountId: string, fileId: string): string {
  return `${uuid(accountId)}/${uuid(fileId).slice(-2)}/${fileId}`
}

function uuid(id: string): string {
  // To whoever asks, an id that cannot be one and an id of no file are the same.
  if (!UUID.test(id)) throw new FileMissing('of that id')
  return id
}

function headOf(envelope: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(envelope.length)
  return Buffer.concat([MAGIC, length, envelope])
}

async function readHead(source: AsyncIterator<Buffer>) {
  let bytes: Buffer = Buffer.alloc(0)
  const need = async (length: number) => {
    while (bytes.length < length) {
      const { value, done } = await source.next()
      if (done) throw new FileRefused('file_damaged', 'A stored file is cut short.')
      bytes = Buffer.concat([bytes, value])
    }
  }
  const start = MAGIC.length + 2
  await need(start)
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
    await source.return?.()
    throw new FileRefused('file_damaged', 'This is not a stored file.')
  }
  const end = start + bytes.readUInt16BE(MAGIC.length)
  await need(end)
  return { head: bytes.subarray(0, end), envelope: bytes.subarray(start, end), rest: bytes.subarray(end) }
}

async function* joined(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield first
  yield* rest
}

async function* counted(
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
  seen: { size: number; hash: { update(bytes: Uint8Array): unknown } },
): AsyncIterable<Uint8Array> {
  for await (const bytes of content) {
    seen.size += bytes.length
    if (seen.size > maxBytes) throw new FileRefused('file_too_large', `A file may have ${maxBytes} bytes at most.`)
    seen.hash.update(bytes)
    yield bytes
  }
}
