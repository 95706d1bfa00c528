import { hkdfSync } from 'node:crypto'

const LABEL = /^[a-z0-9][a-z0-9/._:-]{0,120}$/

/**
 * Derives key material from a root by HKDF-SHA256 (RFC 5869), one independent value per label.
 * `root`: 32 bytes. `label`: lower-case path such as `account-key/wrap`. Returns `length` bytes (32 unless told).
 */
export function derive(root: Uint8Array, label: string, length = 32): Buffer {
  if (root.length !== 32) throw new Error(`A root key is 32 bytes, this one has ${root.length}.`)
  if (!LABEL.test(label)) throw new Error(`Not a key label: ${label}`)
  return Buffer.from(hkdfSync('sha256', root, 'zavor/keys/1', label, length))
}

/** Derives a password of 43 URL-safe characters (256 bits) from a root, for the given label. */
export function derivePassword(root: Uint8Array, label: string): string {
  return derive(root, label).toString('base64url')
}
