import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'

/*
 * HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, on WebCrypto: the same code runs in
 * the browser and in the broker. One message a context, so nonces never repeat.
 */
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
})

/** The largest plaintext sealed (32 KiB: a long private key with room to spare). */
export const LARGEST_SEALED = 32 * 1024
/** The longest text `sealTo` can give, for limits on what is accepted. */
export const LONGEST_SEALED_TEXT = 4 + 17 + 44 + Math.ceil(((LARGEST_SEALED + 16) * 4) / 3)

const TEXT = /^zs1\.([0-9a-f]{16})\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{22,})$/
const PUBLIC_KEY = /^([0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/

/** What was sealed does not open: it is malformed, was changed, or belongs to another place or key. */
export class SealedError extends Error {
  readonly code = 'sealed_refused'
  constructor(what: string) {
    super(what)
    this.name = 'SealedError'
  }
}

/** A public key as it travels: `<key id>.<base64url>`. */
export interface PublicKey {
  readonly id: string
  readonly bytes: Uint8Array
}

export function readPublicKey(text: string): PublicKey {
  const match = PUBLIC_KEY.exec(text)
  if (!match) throw new SealedError('This is not a public key.')
  return { id: match[1]!, bytes: fromBase64url(match[2]!) }
}

export function writePublicKey(key: PublicKey): string {
  return `${key.id}.${toBase64url(key.bytes)}`
}

/** Which key a sealed text was made for, without opening it. Refuses what is not a sealed text, and what is too long. */
export function keyIdOf(sealed: string): string {
  return partsOf(sealed)[0]
}

/** Seals bytes to a public key. `info` names the use, `associated` the place; both must be the same to open. */
export async function sealTo(key: PublicKey, info: string, associated: Uint8Array, plaintext: Uint8Array) {
  if (plaintext.length > LARGEST_SEALED) throw new SealedError(`At most ${LARGEST_SEALED} bytes can be sealed.`)
  const recipientPublicKey = await suite.kem.deserializePublicKey(key.bytes)
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: encode(info) }, plaintext, associated)
  return `zs1.${key.id}.${toBase64url(new Uint8Array(enc))}.${toBase64url(new Uint8Array(ct))}`
}

/** Opens what `sealTo` made. Throws SealedError, and tells nothing about why, when anything differs. */
export async function openWith(pair: CryptoKeyPair, info: string, associated: Uint8Array, sealed: string) {
  const [, enc, ct] = partsOf(sealed)
  try {
    const recipient = { recipientKey: pair, enc: fromBase64url(enc), info: encode(info) }
    return new Uint8Array(await suite.open(recipient, fromBase64url(ct), associated))
  } catch {
    throw new SealedError('The sealed text does not open here.')
  }
}

/** Encodes facts unambiguously as associated data: each preceded by its length in bytes. */
export function bindFacts(...facts: readonly (string | number)[]): Uint8Array {
  const parts = facts.map((fact) => encode(String(fact)))
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0))
  let at = 0
  for (const part of parts) {
    new DataView(bytes.buffer).setUint32(at, part.length)
    bytes.set(part, at + 4)
    at += 4 + part.length
  }
  return bytes
}

export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  // One text for one sequence of bytes: a second spelling of the same ciphertext is refused.
  if (toBase64url(bytes) !== text) throw new SealedError('This is not base64url.')
  return bytes
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function partsOf(sealed: string): [keyId: string, enc: string, ct: string] {
  const match = sealed.length <= LONGEST_SEALED_TEXT ? TEXT.exec(sealed) : null
  if (!match) throw new SealedError('This is not a sealed text.')
  return [match[1]!, match[2]!, match[3]!]
}
