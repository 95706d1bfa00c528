/** What is sealed opens whole or not at all: cut, altered, of another kind or with another key it is refused in words. */
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { ArchiveBroken, type Part, RecordReader, writeRecords } from './records.ts'
import { SealedRefused, seal, unseal } from './sealed.ts'

let identity: string
let recipient: string
beforeAll(async () => {
  identity = await generateX25519Identity()
  recipient = await identityToRecipient(identity)
})

interface Given {
  readonly head: string
  readonly content: readonly Uint8Array[]
}

async function* partsOf(all: readonly Given[]): AsyncIterable<Part> {
  for (const { head, content } of all) {
    yield {
      head,
      content: (async function* () {
        for (const bytes of content) yield Buffer.from(bytes)
      })(),
      foot: ({ bytes }) => ({ said: bytes }),
    }
  }
}

async function sealed(all: readonly Given[]): Promise<Buffer> {
  return await whole(
    seal(
      writeRecords(partsOf(all), (digest) => ({ digest })),
      [recipient],
    ),
  )
}

async function whole(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const bytes: Buffer[] = []
  for await (const one of source) bytes.push(one)
  return Buffer.concat(bytes)
}

/** In pieces of any size, as a disk or a network gives them. */
async function* pieces(bytes: Buffer, size = 1000): AsyncIterable<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(bytes: Buffer, key = identity, size?: number): Promise<{ head: unknown; content: Buffer }[]> {
  const reader = new RecordReader(unseal(pieces(bytes, size), [key]))
  const found: { head: unknown; content: Buffer }[] = []
  for (;;) {
    const next = await reader.next()
    if (!('content' in next)) {
      expect(next.end).toEqual({ digest: next.digest })
      return found
    }
    const content = await whole(next.content)
    expect(next.foot()).toMatchObject({ said: content.length })
    found.push({ head: next.head, content })
  }
}

const some = [
  { head: 'first', content: [Buffer.alloc(200_000, 'ă'), Buffer.from('end')] },
  { head: 'empty', content: [] },
]

it('gives back any parts, however they were cut into pieces', async () => {
  const bytes = fc.uint8Array({ maxLength: 3000 })
  const given = fc.array(fc.record({ head: fc.string(), content: fc.array(bytes, { maxLength: 4 }) }), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(given, fc.integer({ min: 1, max: 5000 }), async (all, size) => {
      const found = await read(await sealed(all), identity, size)
      expect(found.map(({ head, content }) => [head, content.toString('hex')])).toEqual(
        all.map(({ head, content }) => [head, Buffer.concat(content).toString('hex')]),
      )
    }),
    { numRuns: 60 },
  )
})

it('refuses a file that is cut short or altered anywhere, and never gives it for whole', async () => {
  const good = await sealed(some)
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.boolean(), async (at, cut) => {
      const bad = cut ? good.subarray(0, at) : Buffer.from(good)
      if (!cut) bad[at] = (bad[at] as number) ^ 1
      const refusal = await read(bad).catch((error) => error)
      expect(refusal).toSatisfy((error) => error instanceof SealedRefused || error instanceof ArchiveBroken)
    }),
    { numRuns: 150 },
  )
})

it('says what is wrong: another key, no age file, or an altered one', async () => {
  const good = await sealed(some)
  const refusal = (bytes: Buffer, key?: string) => read(bytes, key).catch((error) => error)
  expect(await refusal(good, await generateX25519Identity())).toMatchObject({ code: 'wrong_key' })
  for (const strange of ['', 'PK\x03\x04', '{"kind":"backup"}', 'x'.repeat(100_000)])
    expect(await refusal(Buffer.from(strange))).toMatchObject({ code: 'no_archive' })
  expect(await refusal(good.subarray(0, -40))).toMatchObject({ code: 'damaged' })
  expect(await refusal(Buffer.concat([good, Buffer.from('more')]))).toMatchObject({ code: 'damaged' })
})

it('passes on why its source ended, and takes no more of it than it needs', async () => {
  async function* failing(): AsyncIterable<Buffer> {
    yield Buffer.alloc(500_000, 1)
    throw new Error('the disk is full')
  }
  await expect(whole(seal(failing(), [recipient]))).rejects.toThrow('the disk is full')
  let taken = 0
  async function* endless(): AsyncIterable<Buffer> {
    for (;;) {
      taken += 1
      yield Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)))
    }
  }
  const reading = seal(endless(), [recipient])[Symbol.asyncIterator]()
  await reading.next()
  await reading.next()
  await reading.return?.()
  expect(taken).toBeLessThan(60)
})
