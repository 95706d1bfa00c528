/** What leaves piece by piece, and no piece of it once somebody whose data it is was erased. */
import type { Readable } from 'node:stream'
import { type QueryExecutorProvider, sql } from 'kysely'
import type { Subject } from './held-rows.ts'

/** Enough for one question to cost nothing beside it. */
const pieceSize = 65_536

/**
 * The stream, asked before each piece and before its end whether all of them are living people whom this purpose may use. A
 * reader may take hours: what was read for it before an erasure must not leave after, and what is no longer there to be read
 * must not make a whole file of half the data. It ends with an error then, which breaks the connection off.
 */
export function whileAllLive(
  db: QueryExecutorProvider,
  subjects: readonly Subject[],
  source: Readable,
): ReadableStream<Uint8Array> {
  const pieces = gathered(source)
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (!(await allLive(db, subjects))) {
          source.destroy()
          throw new Error('whose data this is was erased, or left this purpose, while it was sent')
        }
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel() {
        source.destroy()
      },
    },
    // Nothing is asked about before somebody wants it: no piece waits here with an old answer.
    { highWaterMark: 0 },
  )
}

async function* gathered(source: Readable): AsyncGenerator<Uint8Array, undefined> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    held.push(chunk as Uint8Array)
    size += (chunk as Uint8Array).length
    if (size < pieceSize) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

async function allLive(db: QueryExecutorProvider, subjects: readonly Subject[]): Promise<boolean> {
  const { rows } = await sql<{ live: number }>`select count(*)::int as live
    from person p join unnest(${subjects.map((one) => one.accountId)}::uuid[], ${subjects.map((one) => one.personId)}::uuid[])
      as s(account_id, id) on p.account_id = s.account_id and p.id = s.id
    where p.erased_at is null`.execute(db)
  return rows[0]?.live === subjects.length
}
