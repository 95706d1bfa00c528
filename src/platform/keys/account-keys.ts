import { randomBytes } from 'node:crypto'
import { derive } from './derive.ts'
import { bind, EnvelopeError, openBox, openEnvelope, refuseUnlessEnvelope, sealBox, sealEnvelope } from './envelope.ts'
import { currentRoot, type KeyRing, type Root } from './key-file.ts'

/** Where wrapped account keys lie (base.account_key): no use without the root that each names. */
export interface AccountKeyStore {
  /** The wrapped key; undefined when there is none, or it is destroyed. */
  find(accountId: string): Promise<Uint8Array | undefined>
  /** Adds a key unless the account has one; answers whichever is stored. Throws when the account's key is destroyed. */
  add(accountId: string, wrapped: Uint8Array): Promise<Uint8Array>
  /** Puts a new wrapping in the place of an old one, if that is still the stored one; answers whether it was. */
  replace(accountId: string, before: Uint8Array, after: Uint8Array): Promise<boolean>
}

/** What binds a secret inside its account: its row's id, the field, and the row's version (1 unless rows have versions). */
export interface SecretPlace {
  readonly record: string
  readonly field: string
  readonly version: number
}

export interface AccountKeys {
  /** Seals bytes or text for an account; makes the account's key at first use. */
  seal(accountId: string, place: SecretPlace, plaintext: Uint8Array | string): Promise<Buffer>
  /** Opens; throws EnvelopeError when it is no envelope, was changed or moved, or the account's key is destroyed. */
  open(accountId: string, place: SecretPlace, envelope: Uint8Array): Promise<Buffer>
  /** Wraps the account's key under the current root, when an older root wraps it. Tells whether it did. */
  rewrap(accountId: string): Promise<boolean>
}

/**
 * Envelopes per account: root → wrapping key → account key → one data key a secret. Nothing is cached: once the
 * account's rows in the store are deleted, nothing sealed for it opens again anywhere, backups of the content included.
 */
export function accountKeys(ring: KeyRing, store: AccountKeyStore): AccountKeys {
  async function keyFor(accountId: string): Promise<Buffer> {
    const stored = await store.find(accountId)
    return unwrap(ring, accountId, stored ?? (await store.add(accountId, wrap(ring, accountId, randomBytes(32)))))
  }
  return {
    async seal(accountId, place, plaintext) {
      const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext
      return sealEnvelope(await keyFor(accountId), { account: accountId, ...place }, bytes)
    },
    async open(accountId, place, envelope) {
      refuseUnlessEnvelope(envelope)
      const stored = await store.find(accountId)
      if (!stored) throw new EnvelopeError('The key of this account is destroyed: what it sealed cannot be opened.')
      return openEnvelope(unwrap(ring, accountId, stored), { account: accountId, ...place }, envelope)
    },
    async rewrap(accountId) {
      const stored = await store.find(accountId)
      if (!stored || rootIdOf(stored) === currentRoot(ring).id) return false
      return store.replace(accountId, stored, wrap(ring, accountId, unwrap(ring, accountId, stored)))
    },
  }
}

// A wrapped key: "ZKEY" 1 | id of the root (8) | sealed box
const HEAD = Buffer.from('ZKEY\x01')
const NAMED = HEAD.length + 8

function wrap(ring: KeyRing, accountId: string, key: Buffer): Buffer {
  const root = currentRoot(ring)
  const box = sealBox(wrappingKey(root), placeOf(root, accountId), key)
  return Buffer.concat([HEAD, Buffer.from(root.id, 'hex'), box])
}

function unwrap(ring: KeyRing, accountId: string, wrapped: Uint8Array): Buffer {
  const id = rootIdOf(wrapped)
  const root = ring.roots.find((one) => one.id === id)
  if (!root) throw new EnvelopeError(`No root ${id} in the key file: put back the file that has it.`)
  return openBox(wrappingKey(root), placeOf(root, accountId), wrapped.subarray(NAMED))
}

function rootIdOf(wrapped: Uint8Array): string {
  if (!HEAD.equals(wrapped.subarray(0, HEAD.length))) throw new EnvelopeError('This is not a wrapped account key.')
  return Buffer.from(wrapped.subarray(HEAD.length, NAMED)).toString('hex')
}

function wrappingKey(root: Root): Buffer {
  return derive(root.key, 'account-key/wrap')
}

function placeOf(root: Root, accountId: string): Buffer {
  return bind('zavor/account-key', root.id, accountId)
}
