/** A receipt as it stands now: its entry in the ledger, who answers for it, and who was told of it since. */

import { policy } from '../../../policy/policy.ts'
import type { AnyDataMap } from '../../privacy/map/data-map.ts'
import { findProvider } from '../answer/provider.queries.ts'
import { findCase, recipientsOf } from '../request/case.queries.ts'
import type { Db } from '../request/request-db.ts'
import { viewRecipient } from '../request/request-view.ts'
import type { FullErasureRow } from './erasure.queries.ts'
import { type Receipt, receiptOf } from './receipt.ts'

export async function readReceipt(db: Db, maps: readonly AnyDataMap[], row: FullErasureRow): Promise<Receipt> {
  return receiptOf(maps, row, await findProvider(db), await toldOfErasure(db, row))
}

async function toldOfErasure(db: Db, { case_id }: FullErasureRow): Promise<Receipt['recipients']> {
  const request = case_id === null ? undefined : await findCase(db, case_id)
  if (!request) return []
  const rows = await recipientsOf(db, request)
  const shown = (await isOfOne(db, request.id)) ? rows : rows.filter(({ recipient }) => recipient in policy.recipients)
  return shown.map((one) => ({ ...viewRecipient(one), disclosures: [] }))
}

/** Colleagues hold the same link: to whom data of one of them was given is not for the others. */
async function isOfOne(db: Db, caseId: string): Promise<boolean> {
  const entries = await db.selectFrom('erasure_entry').select('persons').where('case_id', '=', caseId).execute()
  return entries.every(({ persons }) => persons.length === 1)
}
