import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../platform/database/id.ts'
import { writeOperation } from '../privacy/operation/operation.ts'

const found = z.strictObject({
  name: z.string().max(200),
  bytes: z.int(),
  madeAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})

/**
 * Notes a backup, or why there is none, and what lies at its place now: one that is no longer there is marked, one that
 * this database does not know is added.
 */
export const recordBackup = writeOperation({
  name: 'backup.record',
  purpose: 'security',
  who: { system: true },
  input: z.strictObject({
    place: z.string().max(2000),
    reach: z.enum(['machine', 'elsewhere']),
    how: z.enum(['schedule', 'command']),
    startedAt: z.iso.datetime(),
    made: z
      .strictObject({
        name: z.string().max(200),
        bytes: z.int(),
        rows: z.int(),
        files: z.int(),
        policyVersion: z.string().max(100),
        recipients: z.array(z.string().max(4000)),
        /** The company that keeps it; null on this machine. */
        carrier: z.uuid().nullable(),
        expiresAt: z.iso.datetime(),
      })
      .nullable(),
    failure: z.string().max(500).nullable(),
    /** All that lies there; null when the place could not be listed. */
    there: z.array(found).nullable(),
  }),
  output: z.object({}),
  async run({ trx, input, now }) {
    const { place, reach, how, startedAt, made, failure, there } = input
    await trx
      .insertInto('backup_run')
      .values({
        id: newId(),
        name: made?.name ?? null,
        place,
        reach,
        carrier: made?.carrier ?? null,
        how,
        started_at: new Date(startedAt),
        finished_at: now,
        bytes: made ? String(made.bytes) : null,
        row_count: made ? String(made.rows) : null,
        file_count: made ? String(made.files) : null,
        policy_version: made?.policyVersion ?? null,
        recipients: made?.recipients ?? [],
        expires_at: made ? new Date(made.expiresAt) : null,
        failure,
      })
      .execute()
    if (!there) return {}
    const names = there.map(({ name }) => name)
    await trx
      .updateTable('backup_run')
      .set({ gone_at: now })
      .where('place', '=', place)
      .where('gone_at', 'is', null)
      .where('name', 'is not', null)
      .where(sql<boolean>`not (name = any (${names}::text[]))`)
      .execute()
    const known = await trx
      .selectFrom('backup_run')
      .select('name')
      .where('place', '=', place)
      .where(sql<boolean>`name = any (${names}::text[])`)
      .execute()
    const unknown = there.filter(({ name }) => !known.some((one) => one.name === name))
    if (unknown.length === 0) return {}
    await trx
      .insertInto('backup_run')
      .values(
        unknown.map((one) => ({
          id: newId(),
          name: one.name,
          place,
          reach,
          how: 'found' as const,
          started_at: new Date(one.madeAt),
          finished_at: new Date(one.madeAt),
          bytes: String(one.bytes),
          expires_at: new Date(one.expiresAt),
        })),
      )
      .execute()
    return {}
  },
})
