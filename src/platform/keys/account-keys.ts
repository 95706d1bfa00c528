import { randomBytes } from 'node:crypto'
import { derive } from './derive.ts'
import { bind, EnvelopeError, generationOf, openBox, openEnvelope, sealBox, sealEnvelope } from './envelope.ts'
import { currentRoot, type KeyRing, type Root } from './key-file.ts'

/** A wrapped account key as it is stored (base.account_key): no use without the root whose id it names. */
export interface WrappedAccountKey {
  readonly account_id: string
  readonly generation: number
  readonly root_id: string
  readonly wrapped: Uint8Array
}

/** Where wrapped account keys lie. Bound to the transaction of the caller, so that a key and what it seals commit together. */
export interface AccountKeyStore {
  /** The key of that generation, or the newest one when none is named. */
  find(accountId: string, generation?: number): Promise<WrappedAccountKey | undefined>
  /** Adds a key unless that generation exists; answers whichever is stored (insert … on conflict do nothing, then select). */
  add(key: WrappedAccountKey): Promise<WrappedAccountKey>
  /** Replaces the wrapping of an existing generation. */
  rewrap(key: WrappedAccountKey): Promise<void>
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
  /** Wraps the account's newest key under the current root, when an older root wraps it. Tells whether it did. */
  rewrap(accountId: string): Promise<boolean>
}

/**
 * Envelopes per account: root → wrapping key → account key → one data key a secret. Nothing is cached: once the
 * account's rows in the store are deleted, nothing sealed for it opens again anywhere, backups of the content included.
 */
export function accountKeys(ring: KeyRing, store: AccountKeyStore): AccountKeys {
  async function keyFor(accountId: string): Promise<{ generation: number; key: Buffer }> {
    const stored =
      (await store.find(accountId)) ?? (await store.add(wrap(currentRoot(ring), accountId, 1, randomBytes(32))))
    return { generation: stored.generation, key: unwrap(ring, accountId, stored) }
  }
  return {
    async seal(accountId, place, plaintext) {
      const { generation, key } = await keyFor(accountId)
      const bytes = typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext
      return sealEnvelope(key, generation, { account: accountId, ...place }, bytes)
    },
    async open(accountId, place, envelope) {
      const stored = await store.find(accountId, generationOf(envelope))
      if (!stored) throw new EnvelopeError('The key of this account is destroyed: what it sealed cannot be opened.')
      return openEnvelope(unwrap(ring, accountId, stored), { account: accountId, ...place }, envelope)
    },
    async rewrap(accountId) {
      const stored = await store.find(accountId)
      const root = currentRoot(ring)
      if (!stored || stored.root_id === root.id) return false
      await store.rewrap(wrap(root, accountId, stored.generation, unwrap(ring, accountId, stored)))
      return true
    },
  }
}

function wrap(root: Root, accountId: string, generation: number, key: Buffer): WrappedAccountKey {
  const wrapped = sealBox(wrappingKey(root), placeOf(root, accountId, generation), key)
  return { account_id: accountId, generation, root_id: root.id, wrapped }
}

function unwrap(ring: KeyRing, accountId: string, stored: WrappedAccountKey): Buffer {
  const root = ring.roots.find((one) => one.id === stored.root_id)
  if (!root) throw new EnvelopeError(`No root ${stored.root_id} in the key file: put back the file that has it.`)
  return openBox(wrappingKey(root), placeOf(root, accountId, stored.generation), stored.wrapped)
}

function wrappingKey(root: Root): Buffer {
  return derive(root.key, 'account-key/wrap')
}

function placeOf(root: Root, accountId: string, generation: number): Buffer {
  return bind('zavor/account-key', root.id, accountId, generation)
}
