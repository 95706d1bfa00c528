import { contentDisposition } from '../files/file-name.ts'

interface SentFile {
  readonly name: string
  readonly sizeBytes: number
  readonly content: AsyncIterable<Uint8Array>
}

/** A file that somebody sent, to be kept by the browser and never shown as a page of ours, whatever its sender said it is. */
export function fileAnswer({ name, sizeBytes, content }: SentFile): Response {
  return new Response(streamOf(content), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition(name),
      'content-length': String(sizeBytes),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** Asks for the next piece only when the browser took the one before; stops reading when it goes away. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]()
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return?.()
      },
    },
    // No piece waits here that was asked about before: the file may be erased meanwhile.
    { highWaterMark: 0 },
  )
}
