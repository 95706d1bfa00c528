import { createCipheriv, createDecipheriv } from 'node:crypto'
import { FileRefused } from './blobs.ts'

/** Plaintext bytes in a chunk; the last one holds what is left and may be empty only in an empty file. */
export const CHUNK = 64 * 1024
const TAG = 16

/** Gathers bytes into chunks of `size`, telling which one is the last. An empty source gives one empty last chunk. */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncIterable<{ bytes: Buffer; last: boolean }> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const bytes of source) {
    held.push(bytes)
    length += bytes.length
    if (length <= size) continue
    const all = Buffer.concat(held)
    let at = 0
    // A full chunk is given only when more follows it: what stays may be the last one.
    for (; all.length - at > size; at += size) yield { bytes: all.subarray(at, at + size), last: false }
    held = [all.subarray(at)]
    length = all.length - at
  }
  yield { bytes: Buffer.concat(held), last: true }
}

/**
 * Encrypts a stream under a key used for this one file: AES-256-GCM a chunk, the nonce being the chunk's number and
 * whether it is the last (the STREAM construction), so that chunks cannot be dropped, doubled, reordered or cut off.
 */
export async function* encryptChunks(key: Uint8Array, head: Uint8Array, source: AsyncIterable<Uint8Array>) {
  let number = 0
  for await (const { bytes, last } of pieces(source, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: TAG })
    cipher.setAAD(head)
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    number += 1
  }
}

/** Decrypts what `encryptChunks` gave. Gives only proven bytes, and throws FileRefused where the first wrong one lies. */
export async function* decryptChunks(key: Uint8Array, head: Uint8Array, source: AsyncIterable<Uint8Array>) {
  let number = 0
  for await (const { bytes, last } of pieces(source, CHUNK + TAG)) {
    if (bytes.length < TAG || (bytes.length === TAG && number > 0)) throw damaged()
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(number, last), { authTagLength: TAG })
    decipher.setAAD(head)
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    let plaintext: Buffer
    try {
      plaintext = Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()])
    } catch {
      throw damaged()
    }
    yield plaintext
    number += 1
  }
}

function nonce(number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(number), 3)
  bytes.writeUInt8(last ? 1 : 0, 11)
  return bytes
}

function damaged(): FileRefused {
  return new FileRefused('file_damaged', 'A stored file was changed or cut short and is not given out.')
}
