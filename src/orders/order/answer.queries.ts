import { newId } from '../../platform/database/id.ts'
import type { AnswerKind } from '../service/service.terms.ts'
import type { Answer } from './answers.rules.ts'
import type { Db, OrderRow, Trx } from './order.queries.ts'

type Where = Pick<OrderRow, 'account_id' | 'id'>

/** Each answer in the column of its kind, so that only the purposes of that kind may read it. */
export async function insertAnswers(trx: Trx, order: Where, personId: string, answers: readonly Answer[]) {
  if (answers.length === 0) return
  const rows = answers.map(({ field, value }) => ({
    account_id: order.account_id,
    id: newId(),
    order_id: order.id,
    field: field.name,
    given_by: personId,
    ...inColumn(field.kind, value),
  }))
  await trx.insertInto('order_answer').values(rows).execute()
}

function inColumn(kind: AnswerKind, value: string) {
  const empty = {
    authorised_email: null,
    billing_address: null,
    chat_account: null,
    server_detail: null,
    support_detail: null,
  }
  return { ...empty, [kind]: value }
}

/** The answers by field name. */
export async function selectAnswers(db: Db, order: Where): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('order_answer')
    .select(['field', 'authorised_email', 'billing_address', 'chat_account', 'server_detail', 'support_detail'])
    .where('account_id', '=', order.account_id)
    .where('order_id', '=', order.id)
    .execute()
  return new Map(
    rows.map((row) => [
      row.field,
      row.authorised_email ?? row.billing_address ?? row.chat_account ?? row.server_detail ?? row.support_detail ?? '',
    ]),
  )
}
