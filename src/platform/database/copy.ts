/** Whole tables out of and into the database, as streams in PostgreSQL's own text form: memory stays small. */
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import copyStreams from 'pg-copy-streams'

/** The bytes of `copy … to stdout`, and how many rows they were once all were read. */
export interface CopyOut extends AsyncIterable<Buffer> {
  rows(): number
}

/** @param query what is copied: `base.ticket (id, subject)` or `(select …)`; never from outside */
export function copyOut(client: ClientBase, query: string): CopyOut {
  const stream = client.query(copyStreams.to(`copy ${query} to stdout`))
  return {
    async *[Symbol.asyncIterator]() {
      yield* stream as AsyncIterable<Buffer>
      // The server says the number of rows after their last byte.
      await client.query('select')
    },
    rows: () => stream.rowCount,
  }
}

/** Copies bytes into `target` (`base.ticket (id, subject)`), all of them or none; answers how many rows. */
export async function copyIn(client: ClientBase, target: string, bytes: AsyncIterable<Buffer>): Promise<number> {
  const stream = client.query(copyStreams.from(`copy ${target} from stdin`))
  await pipeline(bytes, stream)
  return stream.rowCount
}
