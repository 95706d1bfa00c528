import { sql } from 'kysely'
import { Invalid } from '../../privacy/operation/errors.ts'
import { type Author, personIn, staffIn } from '../author.ts'
import type { Db, Trx } from '../desk-db.ts'

export interface AttachmentRow {
  readonly account_id: string
  readonly id: string
  readonly name: string
  readonly size_bytes: number
  readonly added_by: string | null
  /** Of the message that it was sent with. */
  readonly ticket_id: string
}

export async function insertAttachment(
  trx: Trx,
  file: { accountId: string; id: string; by: Author; name: string; sizeBytes: number },
): Promise<void> {
  await trx
    .insertInto('attachment')
    .values({
      account_id: file.accountId,
      id: file.id,
      added_by: personIn(file.by),
      added_by_staff: staffIn(file.by),
      name: file.name,
      size_bytes: file.sizeBytes,
    })
    .execute()
}

/**
 * Gives files to the message that they were added for: only the author's own, and each to one message.
 * @throws Invalid when one of them is not there
 */
export async function claimAttachments(
  trx: Trx,
  message: { accountId: string; id: string; by: Author },
  ids: readonly string[],
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const { by } = message
  const claimed = await trx
    .updateTable('attachment')
    .set({ message_id: message.id })
    .where('account_id', '=', message.accountId)
    .where(sql<boolean>`id = any (${wanted}::uuid[])`)
    .where('message_id', 'is', null)
    .where(by.side === 'client' ? 'added_by' : 'added_by_staff', '=', by.side === 'client' ? by.personId : by.staffId)
    .executeTakeFirst()
  if (Number(claimed.numUpdatedRows) !== wanted.length) {
    throw new Invalid({ attachmentIds: 'files that you added and did not send yet' })
  }
}

/**
 * A file that was sent with a message of a ticket which the asker may see; undefined for anything else.
 * The message and the ticket are looked up through their views, so that a limited one hides its files.
 */
export async function findAttachment(db: Db, id: string, accountId: string): Promise<AttachmentRow | undefined> {
  return await db
    .selectFrom('attachment')
    .innerJoin('message', (join) =>
      join.onRef('message.account_id', '=', 'attachment.account_id').onRef('message.id', '=', 'attachment.message_id'),
    )
    .innerJoin('ticket', (join) =>
      join.onRef('ticket.account_id', '=', 'message.account_id').onRef('ticket.id', '=', 'message.ticket_id'),
    )
    .select([
      'attachment.account_id',
      'attachment.id',
      'attachment.name',
      'attachment.size_bytes',
      'attachment.added_by',
      'message.ticket_id',
    ])
    .where('attachment.account_id', '=', accountId)
    .where('attachment.id', '=', id)
    .executeTakeFirst()
}

/** How many files a person or one of the staff added and has not sent yet. */
export async function countUnsent(trx: Trx, accountId: string, by: Author): Promise<number> {
  const { count } = await trx
    .selectFrom('attachment')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('account_id', '=', accountId)
    .where('message_id', 'is', null)
    .where(by.side === 'client' ? 'added_by' : 'added_by_staff', '=', by.side === 'client' ? by.personId : by.staffId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Takes rows that were never sent, up to a number of them, and answers which files are now nobody's. */
export async function removeUnsent(
  trx: Trx,
  before: Date,
  most: number,
): Promise<{ account_id: string; id: string }[]> {
  return await trx
    .deleteFrom('attachment')
    .where('message_id', 'is', null)
    .where('created_at', '<', before)
    .where(
      sql<boolean>`(account_id, id) in (select a.account_id, a.id from base.attachment a
        where a.message_id is null and a.created_at < ${before} order by a.created_at limit ${sql.lit(most)})`,
    )
    .returning(['account_id', 'id'])
    .execute()
}
