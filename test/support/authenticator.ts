/** An authenticator app (RFC 6238), given the secret as a person types it: base 32, in groups. */
import { createHmac } from 'node:crypto'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

const used = new Map<string, number>()

/**
 * A code that was not given before: each lets in once. The second in a half minute is that of the next, as clocks differ by so
 * much; a third is not to be had.
 */
export function codeFor(typed: string): string {
  const step = Math.max(Math.floor(Date.now() / 30_000), (used.get(typed) ?? 0) + 1)
  used.set(typed, step)
  return codeOfStep(typed, step)
}

function codeOfStep(typed: string, step: number): string {
  const bits = [...typed.replaceAll(/[\s=]/g, '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', key).update(counter).digest()
  const offset = (digest.at(-1) as number) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
