import type { AccountKeyStore } from '../../platform/keys/account-keys.ts'
import { Conflict } from '../operation/errors.ts'
import type { Handles } from '../operation/handles.ts'

/** Account keys in base.account_key, under the purpose `security`. A destroyed key stays destroyed: none is made anew, and who would need one meanwhile is refused. */
export function accountKeyStore(handles: Handles): AccountKeyStore {
  const stored = (accountId: string) =>
    handles
      .of('security')
      .selectFrom('account_key')
      .select(['wrapped', 'destroyed_at'])
      .where('account_id', '=', accountId)
      .executeTakeFirst()
  return {
    async find(accountId) {
      const row = await stored(accountId)
      return row && row.destroyed_at === null ? row.wrapped : undefined
    },
    async add(accountId, wrapped) {
      const values = { account_id: accountId, wrapped: Buffer.from(wrapped) }
      const insert = handles.of('security').insertInto('account_key').values(values)
      const added = await insert
        .onConflict((conflict) => conflict.column('account_id').doNothing())
        .returning(['wrapped', 'destroyed_at'])
        .executeTakeFirst()
      const row = added ?? (await stored(accountId))
      if (!row || row.destroyed_at !== null) throw new Conflict('erased')
      return row.wrapped
    },
    async replace(accountId, before, after) {
      const result = await handles
        .of('security')
        .updateTable('account_key')
        .set({ wrapped: Buffer.from(after) })
        .where('account_id', '=', accountId)
        .where('wrapped', '=', Buffer.from(before))
        .where('destroyed_at', 'is', null)
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
  }
}
