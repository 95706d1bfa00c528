/** Compressed with zstd, then encrypted with age (age-encryption.org/v1): any age tool opens it with the right key. */
import { Readable, type Transform } from 'node:stream'
import { ReadableStream } from 'node:stream/web'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { ArchiveBroken } from './records.ts'

/** Why a sealed file does not open. */
export class SealedRefused extends Error {
  readonly code: 'no_archive' | 'wrong_key' | 'damaged'
  constructor(code: SealedRefused['code'], cause?: unknown) {
    super(words[code], { cause })
    this.name = 'SealedRefused'
    this.code = code
  }
}

const words = {
  no_archive: 'This is not a backup: it is no age file.',
  wrong_key: 'This backup does not open with this key: it was encrypted to another one.',
  damaged: 'This backup was altered or cut short.',
} as const

/** A third of the time of the usual level 3, for a file that is a few hundredths larger: what a desk holds is ids and short texts. */
const level = 1
/** Each piece crosses to another thread and back: the fewer, the less of the time goes into crossing. */
const pieceBytes = 512 * 1024
const chunkSize = 128 * 1024

/** @param recipients age recipients ("age1…"), each of whom can open it alone */
export async function* seal(source: AsyncIterable<Buffer>, recipients: readonly string[]): AsyncIterable<Buffer> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const zstd = createZstdCompress({
    chunkSize,
    params: { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_checksumFlag]: 1 },
  })
  const plain = Readable.from(inPieces(source), { objectMode: false })
  joined(plain, zstd)
  try {
    const sealed = await encrypter.encrypt(webStream(zstd))
    for await (const bytes of sealed as unknown as AsyncIterable<Uint8Array>) yield Buffer.from(bytes)
  } finally {
    plain.destroy()
    zstd.destroy()
  }
}

/**
 * The content of a sealed file. @throws SealedRefused where it does not open: before the first byte when it is no such
 * file or the key is wrong, and where the first wrong byte lies when it was altered or cut.
 */
export async function* unseal(source: AsyncIterable<Buffer>, identities: readonly string[]): AsyncIterable<Buffer> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const raw = Readable.from(source, { objectMode: false })
  raw.on('error', () => {})
  let opened: AsyncIterable<Uint8Array>
  try {
    opened = (await decrypter.decrypt(webStream(raw))) as unknown as AsyncIterable<Uint8Array>
  } catch (error) {
    raw.destroy()
    const isKey = /no identity matched/.test((error as Error).message)
    const isAge = isKey || /mac|ended|EOF|stanza/i.test((error as Error).message)
    throw new SealedRefused(isKey ? 'wrong_key' : isAge ? 'damaged' : 'no_archive', error)
  }
  const zstd = createZstdDecompress({ chunkSize })
  const plain = Readable.from(opened, { objectMode: false })
  joined(plain, zstd)
  try {
    yield* zstd as AsyncIterable<Buffer>
  } catch (error) {
    throw error instanceof ArchiveBroken ? error : new SealedRefused('damaged', error)
  } finally {
    zstd.destroy()
    plain.destroy()
    raw.destroy()
  }
}

/** The same bytes in pieces of that size at least, but for the last. */
async function* inPieces(source: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const bytes of source) {
    held.push(bytes)
    length += bytes.length
    if (length < pieceBytes) continue
    yield Buffer.concat(held, length)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held, length)
}

/** What breaks the source breaks what is read from it; whoever reads is told, and nobody else has to be. */
function joined(source: Readable, sink: Transform): void {
  source.on('error', (error) => sink.destroy(error))
  sink.on('error', () => source.destroy())
  source.pipe(sink)
}

function webStream(source: Readable): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(source as AsyncIterable<Uint8Array>) as unknown as globalThis.ReadableStream<Uint8Array>
}
