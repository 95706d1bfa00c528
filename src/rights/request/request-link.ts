/** The link of a request: made once, in every letter the same. It shows how the request stands; to open it takes a code. */
import { linkTokens } from '../../identity/identity.facade.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { type CaseRow, updateCase } from './case.queries.ts'
import type { Trx } from './request-db.ts'

export async function requestLink(
  trx: Trx,
  tools: Tools,
  row: Pick<CaseRow, 'account_id' | 'id'>,
  language: 'ro' | 'en',
): Promise<string> {
  const known = await trx
    .selectFrom('rights_case')
    .select('link_sealed')
    .where('account_id', '=', row.account_id)
    .where('id', '=', row.id)
    .executeTakeFirst()
  const token = known?.link_sealed
    ? (await tools.keys.open(row.account_id, placeOf(row.id), known.link_sealed)).toString()
    : await giveLink(trx, tools, row)
  return `${tools.signIn.origin}/${language}/request/${token}`
}

async function giveLink(trx: Trx, tools: Tools, row: Pick<CaseRow, 'account_id' | 'id'>): Promise<string> {
  const { token, hash } = linkTokens.newAccountToken(row.account_id)
  const sealed = await tools.keys.seal(row.account_id, placeOf(row.id), token)
  await updateCase(trx, row, { link_hash: hash, link_sealed: sealed })
  return token
}

function placeOf(id: string) {
  return { record: id, field: 'link', version: 1 }
}
