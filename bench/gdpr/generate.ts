/**
 * The records and draws of GDPRBench (Shastri and others, "Understanding and Benchmarking the Impact of GDPR on Database
 * Systems", PVLDB 13(7), 2020), so that the same keys, values and order come out as there.
 */

/** Metadata fields in their order: how many values each has, and what they are called. */
export const fields = {
  PUR: { count: 25, word: 'purpose' },
  TTL: { count: 10, word: '' },
  USR: { count: 10_000, word: 'user' },
  OBJ: { count: 100, word: 'obj' },
  DEC: { count: 2, word: 'dec' },
  ACL: { count: 10, word: 'acl' },
  SHR: { count: 10, word: 'shr' },
  SRC: { count: 10, word: 'src' },
  CAT: { count: 10, word: 'cat' },
} as const

export type Field = keyof typeof fields
export const fieldNames = Object.keys(fields) as Field[]

/** Seconds that a record lives, by the number of its TTL value. */
export const lifetimes = [30, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000, 22_000, 24_000, 1_000_000] as const

/** From here the lifetimes of the records run, a day ahead: nothing ends while the rest is measured. */
const livesFrom = Math.ceil(Date.now() / 1000) + 86_400

/** When a lifetime is over. */
export function endOf(ttl: number): Date {
  return new Date((livesFrom + (lifetimes[ttl] ?? 0)) * 1000)
}

/** The number of the lifetime that is over then. @param end seconds since 1970 */
export function lifetimeUntil(end: number): number {
  return lifetimes.indexOf((end - livesFrom) as (typeof lifetimes)[number])
}

/** A record as numbers: of each metadata field the number of its value. */
export type Metadata = Record<Field, number>

export function metadataOf(k: number): Metadata {
  return Object.fromEntries(fieldNames.map((field) => [field, k % fields[field].count])) as Metadata
}

/** The words of a value: `purpose7`; of a lifetime its seconds. */
export function wordsOf(field: Field, value: number): string {
  return field === 'TTL' ? String(lifetimes[value]) : `${fields[field].word}${value}`
}

/** `String.hashCode()` of Java. */
export function hashCode(text: string): number {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash
}

/** Exactly 100 characters: the key's number and the hash of what stands so far, in turn. */
export function dataOf(k: number): string {
  let text = ''
  while (text.length < 100) {
    text += k
    text += hashCode(text)
  }
  return text.slice(0, 100)
}

/** Bytes of a record as it is written out: key, metadata and data. */
export function rawSize(k: number): number {
  const metadata = metadataOf(k)
  return `key${k}`.length + 100 + fieldNames.reduce((sum, field) => sum + wordsOf(field, metadata[field]).length, 0)
}

const mask = (1n << 64n) - 1n

/** FNV-1a, 64 bits, over the eight bytes of a number, least first; its distance from zero as a signed number. */
export function fnv(value: bigint): bigint {
  let hash = 0xcbf29ce484222325n
  let rest = value
  for (let byte = 0; byte < 8; byte++) {
    hash = ((hash ^ (rest & 0xffn)) * 0x100000001b3n) & mask
    rest >>= 8n
  }
  const signed = BigInt.asIntN(64, hash)
  return signed < 0n ? -signed : signed
}

/** A number in [0, 1) from a seed, the same in every run. */
export type Random = () => number

/** xorshift128+ would need 64 bits; this one (mulberry32) is enough to draw keys by. */
export function seeded(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const items = 10_000_000_000
const theta = 0.99
const zeta = 26.46902820178302
const zetaOfTwo = 1 + 0.5 ** theta
const alpha = 1 / (1 - theta)
const eta = (1 - (2 / items) ** (1 - theta)) / (1 - zetaOfTwo / zeta)

/** Gray's method ("Quickly generating billion-record synthetic databases", 1994) over ten billion items. */
export function zipf(random: Random): bigint {
  const u = random()
  const uz = u * zeta
  if (uz < 1) return 0n
  if (uz < zetaOfTwo) return 1n
  return BigInt(Math.floor(items * (eta * u - eta + 1) ** alpha))
}

/** A key drawn by scrambled zipf from `space` of them; drawn again until `isThere`. */
export function scrambled(random: Random, space: number, isThere: (k: number) => boolean): number {
  for (;;) {
    const k = Number(fnv(zipf(random)) % BigInt(space))
    if (isThere(k)) return k
  }
}
