/**
 * An archive's inside: parts, each a head in JSON followed by its bytes and a foot in JSON. Nothing in it needs to know a
 * length beforehand, so a part of any size is written and read as a stream.
 * A record: kind (1) | length (4, big-endian) | bytes.
 */
import { createHash, type Hash } from 'node:crypto'

const kinds = { head: 1, bytes: 2, foot: 3, end: 4 } as const
type Kind = keyof typeof kinds
const kindOf = new Map<number, Kind>(Object.entries(kinds).map(([kind, code]) => [code, kind as Kind]))
const OPENING = 5
const largestJson = 4 * 1024 * 1024
const largestBytes = 16 * 1024 * 1024

/** An archive ends too early or holds what no archive holds. */
export class ArchiveBroken extends Error {
  readonly code = 'archive_broken'
}

/** What a part's bytes came to: written at its foot, and compared by whoever reads it. */
export interface Measure {
  readonly bytes: number
  readonly sha256: string
}

export interface Part {
  readonly head: unknown
  readonly content: AsyncIterable<Buffer>
  /** Told when all content was read; answers what else the foot shall say. */
  readonly foot?: (measure: Measure) => Record<string, unknown>
}

/** Writes parts one after the other and then `end`, which may say what it likes about all before it (`digest`, hex). */
export async function* writeRecords(
  parts: AsyncIterable<Part>,
  end: (digest: string) => unknown,
): AsyncIterable<Buffer> {
  const all = createHash('sha256')
  for await (const { head, content, foot } of parts) {
    yield* record('head', json(head), all)
    const seen = { bytes: 0, hash: createHash('sha256') }
    for await (const bytes of content) {
      if (bytes.length === 0) continue
      seen.bytes += bytes.length
      seen.hash.update(bytes)
      yield* record('bytes', bytes, null)
    }
    const measure: Measure = { bytes: seen.bytes, sha256: seen.hash.digest('hex') }
    yield* record('foot', json({ ...foot?.(measure), ...measure }), all)
  }
  yield* record('end', json(end(all.digest('hex'))), null)
}

/** Heads and feet lie in the digest; of the bytes between, the foot has the hash. */
function* record(kind: Kind, bytes: Buffer, all: Hash | null): Iterable<Buffer> {
  const opening = Buffer.alloc(OPENING)
  opening.writeUInt8(kinds[kind], 0)
  opening.writeUInt32BE(bytes.length, 1)
  all?.update(opening).update(bytes)
  yield opening
  yield bytes
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}

export interface ReadPart {
  readonly head: unknown
  /** Must be read to its end before the next part is asked for. */
  readonly content: AsyncIterable<Buffer>
  /** What the foot says, once the content is read. @throws ArchiveBroken when the bytes are not those that were written */
  foot(): Record<string, unknown> & Measure
}

export interface Ended {
  readonly end: unknown
  /** Of everything before it, as the writer was told it. */
  readonly digest: string
}

/** Reads what `writeRecords` wrote. @throws ArchiveBroken */
export class RecordReader {
  readonly #all = createHash('sha256')
  readonly #source: ByteSource

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = new ByteSource(source)
  }

  /** The next part, or what stands at the end; after that the source must be at its end too. */
  async next(): Promise<ReadPart | Ended> {
    const opening = await this.#opening()
    if (opening.kind === 'end') {
      const end = parsed(await this.#source.take(opening.length))
      if (!(await this.#source.isOver())) throw new ArchiveBroken('Something follows the end.')
      return { end, digest: this.#all.digest('hex') }
    }
    if (opening.kind !== 'head') throw new ArchiveBroken('A part without its head.')
    const head = await this.#hashed(opening)
    let foot: (Record<string, unknown> & Measure) | undefined
    return {
      head,
      content: this.#content((said) => {
        foot = said
      }),
      foot() {
        if (!foot) throw new ArchiveBroken('A part that was not read to its end.')
        return foot
      },
    }
  }

  async *#content(done: (foot: Record<string, unknown> & Measure) => void): AsyncIterable<Buffer> {
    const hash = createHash('sha256')
    let bytes = 0
    for (;;) {
      const opening = await this.#opening()
      if (opening.kind === 'bytes') {
        const content = await this.#source.take(opening.length)
        hash.update(content)
        bytes += content.length
        yield content
        continue
      }
      if (opening.kind !== 'foot') throw new ArchiveBroken('A part without its foot.')
      const foot = (await this.#hashed(opening)) as Record<string, unknown> & Measure
      if (foot.bytes !== bytes || foot.sha256 !== hash.digest('hex'))
        throw new ArchiveBroken('A part is not what was written.')
      done(foot)
      return
    }
  }

  async #opening() {
    const bytes = await this.#source.take(OPENING)
    const kind = kindOf.get(bytes.readUInt8(0))
    const length = bytes.readUInt32BE(1)
    if (!kind || length > (kind === 'bytes' ? largestBytes : largestJson)) throw new ArchiveBroken('Not a record.')
    return { kind, length, bytes }
  }

  async #hashed(opening: { bytes: Buffer; length: number }): Promise<unknown> {
    const content = await this.#source.take(opening.length)
    this.#all.update(opening.bytes).update(content)
    return parsed(content)
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    throw new ArchiveBroken('Not a record.')
  }
}

/** Hands out exactly as many bytes as are asked for. */
class ByteSource {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer[] = []
  #length = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next()
    if (done) return false
    this.#held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
    this.#length += value.length
    return true
  }

  async take(length: number): Promise<Buffer> {
    while (this.#length < length) if (!(await this.#more())) throw new ArchiveBroken('It ends too early.')
    const first = this.#held[0]
    const whole = first && first.length >= length ? first : Buffer.concat(this.#held)
    const taken = whole.subarray(0, length)
    const rest = whole.subarray(length)
    this.#held = whole === first ? [rest, ...this.#held.slice(1)] : [rest]
    if (rest.length === 0) this.#held.shift()
    this.#length -= length
    return taken
  }

  async isOver(): Promise<boolean> {
    while (this.#length === 0) if (!(await this.#more())) return true
    return false
  }
}
