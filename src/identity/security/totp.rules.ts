/** Codes of an authenticator app (RFC 6238: HMAC-SHA-1, 6 digits, 30 seconds), as the sign-in library reads them. */
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'

const period = 30
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A secret of 32 letters and digits (190 bits). Its bytes are the key. */
export function newSecret(): string {
  return Array.from({ length: 32 }, () => letters[randomInt(letters.length)]).join('')
}

/** Ten recovery codes of ten letters and digits (59 bits), 'a1B2c-D3e4F'. */
export function newRecoveryCodes(): string[] {
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 10 }, () => `${part()}-${part()}`)
}

/** The secret as a person types it into an app: base 32 in groups of four. */
export function typedSecret(secret: string): string {
  return (inBase32(secret).match(/.{1,4}/g) ?? []).join(' ')
}

/** What the square code holds: everything that an app needs. */
export function appAddress(secret: string, issuer: string, email: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  const facts = new URLSearchParams({ secret: inBase32(secret), issuer, digits: '6', period: String(period) })
  return `otpauth://totp/${label}?${facts}`
}

/** The code of a moment. */
export function codeAt(secret: string, at: Date): string {
  return codeOf(secret, Math.floor(at.getTime() / 1000 / period))
}

/**
 * The half minute (counted from 1970) whose code this is: that of now, or the one before or after, as clocks differ. Null for
 * any other code. Whoever lets in by it keeps it, and lets in by a later one only: a code that was seen is worth nothing.
 */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const digits = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const step = Math.floor(at.getTime() / 1000 / period)
  const same = (one: number) => timingSafeEqual(Buffer.from(codeOf(secret, one)), Buffer.from(digits))
  return [step, step - 1, step + 1].find(same) ?? null
}

function codeOf(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.max(0, step)))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac[19]! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function inBase32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((group) => base32[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
