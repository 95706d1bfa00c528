/** Article 19: a correction, an erasure and a restriction are passed on to whoever received the data. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import type { CaseRow } from './case.queries.ts'
import type { Trx } from './request-db.ts'

type RecipientName = keyof typeof policy.recipients

/** Recipients named by the policy for purposes that use people's data; authorities get only what is disclosed to them. */
export function recipientsToTell(): { recipient: RecipientName; inPlace: boolean }[] {
  const used = new Set(
    (Object.keys(policy.purposes) as PurposeName[]).flatMap((name) => [...policy.purposes[name].recipients]),
  )
  return (Object.keys(policy.recipients) as RecipientName[])
    .filter((name) => (used as ReadonlySet<string>).has(name))
    .map((recipient) => ({ recipient, inPlace: policy.recipients[recipient].role === 'processor' }))
}

/**
 * A processor keeps the data in our own tables and files, where the change is made by itself. Everybody else waits to be
 * told by one of the staff, who says how, or why it was impossible. Noted once for each.
 */
export async function noteRecipients(trx: Trx, row: Pick<CaseRow, 'account_id' | 'id'>, now: Date): Promise<void> {
  for (const { recipient, inPlace } of recipientsToTell()) {
    await trx
      .insertInto('rights_recipient')
      .values({
        account_id: row.account_id,
        id: newId(),
        case_id: row.id,
        recipient,
        ...(inPlace
          ? { status: 'told' as const, how: 'in_place' as const, settled_at: now }
          : { status: 'to_tell' as const }),
      })
      .onConflict((conflict) => conflict.columns(['account_id', 'case_id', 'recipient']).doNothing())
      .execute()
  }
}
