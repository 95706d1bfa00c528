/** Where a receipt still has to go. Sealed with the provider's key, as the account's own is destroyed. */
import { newId } from '../../platform/database/id.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import type { Tools } from '../../privacy/operation/tools.ts'

/** Seals what belongs to no account. */
const providerKeyId = '00000000-0000-7000-8000-000000000000'

export interface Notice {
  readonly accountId: string
  readonly erasureId: string
  readonly to: string
  readonly language: 'ro' | 'en'
  readonly receiptToken: string
}

export async function addNotice(trx: PurposeTrx<'rights'>, tools: Tools, notice: Notice): Promise<void> {
  const id = newId()
  const { accountId, erasureId, language, to, receiptToken } = notice
  const sealed = await tools.keys.seal(providerKeyId, placeOf(id), JSON.stringify({ to, receiptToken }))
  await trx
    .insertInto('erasure_notice')
    .values({ account_id: accountId, id, erasure_id: erasureId, language, sealed })
    .execute()
}

export async function openNotice(tools: Tools, row: { id: string; sealed: Buffer }) {
  const plain = await tools.keys.open(providerKeyId, placeOf(row.id), row.sealed)
  return JSON.parse(plain.toString()) as { to: string; receiptToken: string }
}

function placeOf(id: string) {
  return { record: id, field: 'notice', version: 1 }
}
