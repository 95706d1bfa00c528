import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/*
 * What is sealed, and how it lies in bytes:
 *   "ZENV" | format 1 | wrapped data key (60) | nonce (12) | ciphertext | tag (16)
 * Each envelope has a data key of its own, wrapped by the account key. Both layers bind the same associated data, so an
 * envelope moved to another row, field, version or account does not open.
 */
const MAGIC = Buffer.from('ZENV')
const FORMAT = 1
const HEAD = MAGIC.length + 1
const NONCE = 12
const TAG = 16
const WRAPPED = NONCE + 32 + TAG
const OVERHEAD = HEAD + WRAPPED + NONCE + TAG

/** The largest plaintext that is sealed in one envelope (1 MiB); larger content belongs in the file store. */
export const LARGEST_SECRET = 1024 * 1024

/** Where a secret lies: its account, its row, its field and the row's version. All of it is bound into the envelope. */
export interface Place {
  readonly account: string
  readonly record: string
  readonly field: string
  readonly version: number
}

/** An envelope that does not open: not an envelope, cut, changed, from another place, or for another key. */
export class EnvelopeError extends Error {
  readonly code = 'envelope_refused'
  constructor(what: string) {
    super(what)
    this.name = 'EnvelopeError'
  }
}

/** Encodes parts unambiguously (each preceded by its length), for use as associated data. */
export function bind(...parts: readonly (string | number)[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(String(part))
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytes.length)
      return [length, bytes]
    }),
  )
}

/** Seals under a 32-byte key: nonce | ciphertext | tag. The nonce is random, so a key seals at most 2^32 times. */
export function sealBox(key: Uint8Array, associated: Uint8Array, plaintext: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(associated)
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `sealBox` made. Throws EnvelopeError when anything differs by a bit. */
export function openBox(key: Uint8Array, associated: Uint8Array, box: Uint8Array): Buffer {
  if (box.length < NONCE + TAG) throw new EnvelopeError('A sealed box was cut short.')
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(associated)
  decipher.setAuthTag(box.subarray(box.length - TAG))
  try {
    return Buffer.concat([decipher.update(box.subarray(NONCE, box.length - TAG)), decipher.final()])
  } catch {
    throw new EnvelopeError('A sealed box does not open: it was changed, moved, or sealed with another key.')
  }
}

/** Seals a secret at its place, under a fresh data key wrapped by the account key. */
export function sealEnvelope(accountKey: Uint8Array, place: Place, plaintext: Uint8Array): Buffer {
  if (plaintext.length > LARGEST_SECRET) throw new EnvelopeError(`A secret is at most ${LARGEST_SECRET} bytes.`)
  const head = Buffer.concat([MAGIC, Buffer.from([FORMAT])])
  const dataKey = randomBytes(32)
  const wrapped = sealBox(accountKey, associatedWith('data-key', head, place), dataKey)
  // The content is bound to its wrapped key as well, so that halves of two envelopes cannot be joined.
  const content = sealBox(dataKey, Buffer.concat([associatedWith('content', head, place), digest(wrapped)]), plaintext)
  dataKey.fill(0)
  return Buffer.concat([head, wrapped, content])
}

/** Refuses anything that is not an envelope, before any key is touched. */
export function refuseUnlessEnvelope(bytes: Uint8Array): void {
  const ours = bytes.length >= OVERHEAD && MAGIC.equals(bytes.subarray(0, MAGIC.length))
  if (!ours || bytes[MAGIC.length] !== FORMAT) throw new EnvelopeError('This is not an envelope.')
  if (bytes.length > OVERHEAD + LARGEST_SECRET) throw new EnvelopeError('This envelope is too large.')
}

/** Opens an envelope at the place it must have been sealed for. */
export function openEnvelope(accountKey: Uint8Array, place: Place, envelope: Uint8Array): Buffer {
  refuseUnlessEnvelope(envelope)
  const head = envelope.subarray(0, HEAD)
  const wrapped = envelope.subarray(HEAD, HEAD + WRAPPED)
  const dataKey = openBox(accountKey, associatedWith('data-key', head, place), wrapped)
  const associated = Buffer.concat([associatedWith('content', head, place), digest(wrapped)])
  try {
    return openBox(dataKey, associated, envelope.subarray(HEAD + WRAPPED))
  } finally {
    dataKey.fill(0)
  }
}

function associatedWith(layer: string, head: Uint8Array, place: Place): Buffer {
  const where = bind('zavor/envelope', layer, place.account, place.record, place.field, place.version)
  return Buffer.concat([where, head])
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}
