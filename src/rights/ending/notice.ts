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
  /** Who is told of the erasure, as far as this person may know it. Of data of a colleague it is not said who got it. */
  readonly recipients: readonly string[]
}

export async function addNotice(trx: PurposeTrx<'rights'>, tools: Tools, notice: Notice): Promise<void> {
  const id = newId()
  const { accountId, erasureId, language, to, receiptToken, recipients } = notice
  const sealed = await tools.keys.seal(providerKeyId, placeOf(id), JSON.stringify({ to, receiptToken, recipients }))
  await trx
    .insertInto('erasure_notice')
    .values({ account_id: accountId, id, erasure_id: erasureId, language, sealed })
    .execute()
}

export async function openNotice(tools: Tools, row: { id: string; sealed: Buffer }) {
  const plain = await tools.keys.open(providerKeyId, placeOf(row.id), row.sealed)
  const { recipients = [], ...rest } = JSON.parse(plain.toString()) as Sealed
  return { ...rest, recipients }
}

interface Sealed {
  readonly to: string
  readonly receiptToken: string
  /** Missing in what was sealed by an earlier version. */
  readonly recipients?: readonly string[]
}

function placeOf(id: string) {
  return { record: id, field: 'notice', version: 1 }
}
