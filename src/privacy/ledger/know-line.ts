import { type QueryExecutorProvider, sql } from 'kysely'
import { z } from 'zod'
import type { LedgerLine } from './outside-ledger.ts'

const shared = {
  // Of what happened before the ledger was kept the id is a fingerprint, and says no version.
  id: z.guid(),
  accountId: z.uuid(),
  at: z.iso.datetime({ offset: true }),
  seq: z.int(),
  hash: z.string().max(64),
}

export const erasureLine = z.strictObject({
  kind: z.literal('erasure'),
  ...shared,
  personId: z.uuid().nullable(),
  persons: z.array(z.uuid()),
  counts: z.record(z.string(), z.int()),
  /** The request under which it was; null where a period ended, and in lines of before this was noted. */
  caseId: z.uuid().nullable().default(null),
})

export const limitLine = z.strictObject({
  kind: z.literal('limit'),
  ...shared,
  personId: z.uuid(),
  limit: z.enum(['restricted', 'objected', 'consent_missing', 'consent_given', 'lifted']),
  purpose: z.string().max(100).nullable(),
  textHash: z.string().max(64).nullable(),
  byKind: z.enum(['person', 'staff', 'system']),
  byId: z.uuid().nullable(),
  /** The request of a restriction; null for all else, and in lines of before this was noted. */
  caseId: z.uuid().nullable().default(null),
})

export const endLine = z.strictObject({
  kind: z.literal('end'),
  ...shared,
  what: z.string().max(40),
  // Of who was told it is a fingerprint, and says no version.
  of: z.guid(),
  roles: z.array(z.string().max(40)).nullable(),
})

/**
 * Ends again what a line says has ended. In the transaction that does it the line stands outside already, so that it is not
 * noted as a new one, and from then on this database knows it.
 */
export async function doAgain<T>(trx: QueryExecutorProvider, line: LedgerLine, act: () => Promise<T>): Promise<T> {
  await sql`select set_config('zavor.ledger_line', ${line.id}, true)`.execute(trx)
  const done = await act()
  await knowLine(trx, line)
  return done
}

/** What doing a line again came to: something ended again, or there was nothing here to end. */
export const doneAgain = z.object({ done: z.enum(['again', 'nobody']) })

/** The same for what is ended by changing rows; `act` answers how many it changed. */
export async function endAgain(
  trx: QueryExecutorProvider,
  line: LedgerLine,
  act: () => Promise<bigint>,
): Promise<z.output<typeof doneAgain>> {
  return { done: (await doAgain(trx, line, act)) > 0n ? 'again' : 'nobody' }
}

/** In the transaction that does the line again: from then on this database knows it. */
export async function knowLine(trx: QueryExecutorProvider, line: LedgerLine): Promise<void> {
  const { seq, hash: _, ...said } = line
  await sql`select base.know_line(${line.accountId}::uuid, ${line.id}::uuid, ${JSON.stringify(said)}::text, ${seq}::bigint,
    ${line.at}::timestamptz)`.execute(trx)
}
