/** A file on its way out, and no piece of it once it is no longer there for whoever reads it. */

/** Four pieces of the store: the question costs little beside reading and deciphering them. */
const pieceSize = 256 * 1024

/**
 * The content, asked before each piece whether it may still leave. Who reads may take hours: what was read for them before an
 * erasure or a restriction must not leave after. It ends with an error then, which breaks the connection off.
 */
export async function* whileThere(
  isThere: () => Promise<boolean>,
  content: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, undefined> {
  for await (const piece of gathered(content)) {
    if (!(await isThere())) throw new Error('the file was removed, or left this purpose, while it was sent')
    yield piece
  }
}

async function* gathered(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer, undefined> {
  let held: Buffer[] = []
  let size = 0
  for await (const piece of content) {
    held.push(piece)
    size += piece.length
    if (size < pieceSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}
