import { visit } from '../../platform/http/visit.ts'
import { contentDisposition } from '../attachment/file-name.rules.ts'
import type { openAttachment } from '../attachment/read-attachment.ts'
import type { Route } from './+types/file.ts'

/** A file that was sent on a ticket. The operation asks each time whether this visitor may have it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const { accountId, attachmentId } = params
  const file = await visit(context).call<typeof openAttachment>('attachment.open', { accountId, attachmentId })
  return new Response(streamOf(file.content), {
    headers: {
      // Never what the sender said it is: nothing of it may run or be shown here as a page of ours.
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition(file.name),
      'content-length': String(file.sizeBytes),
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
