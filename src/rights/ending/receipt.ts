/** The receipt of an erasure: what went, what a law keeps and until when. It names nobody. */
import { z } from 'zod'
import type { Counts } from '../../privacy/erasure/erase.ts'
import type { AnyDataMap } from '../../privacy/map/data-map.ts'
import { authorityOf } from '../authority.ts'
import { recipientView } from '../request/request-view.ts'
import { alwaysKept, outcomeOf, outcomeView } from './ending.rules.ts'

export const receiptView = outcomeView.extend({
  reference: z.string(),
  scope: z.enum(['account', 'person']),
  at: z.date(),
  /** When the files were gone too and the entry stood in the ledger outside the database. */
  finishedAt: z.date().nullable(),
  secrets: z.number(),
  /** Who is told of it (Art. 19). Of several people of an account, nobody who got data of one of them alone. */
  recipients: z.array(recipientView),
  provider: z.object({ name: z.string(), privacyEmail: z.string() }).nullable(),
  authority: z.object({
    name: z.string(),
    address: z.string(),
    phone: z.string().optional(),
    email: z.string().optional(),
    site: z.string(),
  }),
})
export type Receipt = z.input<typeof receiptView>

export interface ErasureRow {
  readonly id: string
  readonly person_id: string | null
  readonly counts: Counts
  readonly kept: Counts
  readonly secrets: number
  readonly at: Date
  readonly finished_at: Date | null
}

export interface ProviderRow {
  readonly name: string
  readonly privacy_email: string
  readonly country: string
}

export function receiptOf(
  maps: readonly AnyDataMap[],
  row: ErasureRow,
  provider: ProviderRow | undefined,
  recipients: Receipt['recipients'],
): Receipt {
  const scope = row.person_id === null ? 'account' : 'person'
  const { erased, kept } = outcomeOf(maps, scope, { ...row.counts, ...row.kept }, row.at)
  return {
    reference: row.id,
    scope,
    at: row.at,
    finishedAt: row.finished_at,
    secrets: row.secrets,
    recipients,
    erased,
    kept: [...kept, ...alwaysKept(row.at)],
    provider: provider ? { name: provider.name, privacyEmail: provider.privacy_email } : null,
    authority: authorityOf(provider?.country),
  }
}
