/** Tokens of single-use links and API keys: 256 random bits, shown once, stored only as a hash. */
import { createHash, randomBytes } from 'node:crypto'

export interface NewToken {
  /** What the person gets. URL-safe. */
  readonly token: string
  /** What is stored. */
  readonly hash: string
}

export interface ReadToken {
  readonly accountId: string
  readonly hash: string
}

/** A token of 43 URL-safe characters. */
export function newToken(): NewToken {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** SHA-256 is enough for 256 random bits: there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** A token that carries its account, so that looking it up stays within the account. 64 URL-safe characters. */
export function newAccountToken(accountId: string): NewToken {
  const token = Buffer.concat([Buffer.from(accountId.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString(
    'base64url',
  )
  return { token, hash: hashToken(token) }
}

/** The account and the hash to look up; null when the text cannot be such a token. */
export function readAccountToken(token: string): ReadToken | null {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return null
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  const accountId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return { accountId, hash: hashToken(token) }
}
