/** Article 19: a correction, an erasure and a restriction are passed on to whoever received the data. */
import { sql } from 'kysely'
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { type Disclosed, disclosedOfCase } from '../../registers/recipients.facade.ts'
import type { CaseRow } from './case.queries.ts'
import type { Trx } from './request-db.ts'

type RecipientName = keyof typeof policy.recipients

/** Recipients named by the policy for purposes that use people's data. */
export function recipientsToTell(): { recipient: RecipientName; inPlace: boolean }[] {
  const used = new Set(
    (Object.keys(policy.purposes) as PurposeName[]).flatMap((name) => [...policy.purposes[name].recipients]),
  )
  return (Object.keys(policy.recipients) as RecipientName[])
    .filter((name) => (used as ReadonlySet<string>).has(name))
    .map((recipient) => ({ recipient, inPlace: policy.recipients[recipient].role === 'processor' }))
}

/**
 * A processor keeps the data in our own tables and files, where the change is made by itself. Everybody else, whom the policy
 * names or to whom data of these people was disclosed, waits to be told by one of the staff, who says how, or why it was
 * impossible. Noted once for each, and of an erasure before it: after it nobody knows any more who received what.
 * `disclosed`: of whom it changes; of the people of the request where nothing else is said.
 */
export async function noteRecipients(
  trx: Trx,
  row: Pick<CaseRow, 'account_id' | 'id'>,
  now: Date,
  disclosed: readonly Disclosed[] | null = null,
): Promise<void> {
  const given = new Map<string, string[]>()
  for (const { recipient, disclosures } of disclosed ?? (await disclosedOfCase(trx, row.id))) {
    given.set(recipient, [...new Set([...(given.get(recipient) ?? []), ...disclosures])])
  }
  const everybody: { recipient: string; inPlace: boolean; disclosures: string[] }[] = [
    ...recipientsToTell().map((one) => ({ ...one, disclosures: [] })),
    ...[...given].map(([recipient, disclosures]) => ({ recipient, inPlace: false, disclosures })),
  ]
  const rows = everybody.map(({ recipient, inPlace, disclosures }) => ({
    account_id: row.account_id,
    id: newId(),
    case_id: row.id,
    recipient,
    disclosures,
    ...(inPlace
      ? ({ status: 'told', how: 'in_place', settled_at: now } as const)
      : ({ status: 'to_tell', how: null, settled_at: null } as const)),
  }))
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await trx
      .insertInto('rights_recipient')
      .values(rows.slice(from, from + rowsAtOnce))
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'case_id', 'recipient']).doUpdateSet({
          disclosures: sql<
            string[]
          >`array(select distinct d from unnest(rights_recipient.disclosures || excluded.disclosures) d)`,
        }),
      )
      .execute()
  }
}

/** PostgreSQL takes 65,535 values with one statement. */
const rowsAtOnce = 1000
