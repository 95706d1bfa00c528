import { type Kysely, sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { For } from '../../privacy/map/types.ts'
import type { TargetFacts } from '../access.shapes.ts'
import { endLeases } from '../lease/end-leases.ts'

export interface TargetOwner {
  readonly accountId: string
  readonly by: { readonly personId: string } | { readonly staffId: string }
}

/** Adds a target, or changes the facts of a known one. Whoever may use the old place may not use the new one. */
export async function saveTarget(
  trx: Kysely<For<'access'>>,
  { accountId, by }: TargetOwner,
  target: { readonly target_id: string | null; readonly name: string },
  facts: TargetFacts,
): Promise<string> {
  const columns = columnsOf(facts)
  if (target.target_id === null) {
    const id = newId()
    await trx
      .insertInto('target')
      .values({
        account_id: accountId,
        id,
        name: target.name,
        ...columns,
        added_by: 'personId' in by ? by.personId : null,
        added_by_staff: 'staffId' in by ? by.staffId : null,
      })
      .execute()
    return id
  }
  const before = await trx
    .selectFrom('target')
    .select(['host', 'port', 'url', 'database_name'])
    .where('account_id', '=', accountId)
    .where('id', '=', target.target_id)
    .executeTakeFirst()
  const { host, port, url, database_name } = columns
  if (
    before &&
    JSON.stringify([before.host, before.port, before.url, before.database_name]) !==
      JSON.stringify([host, port, url, database_name])
  ) {
    await endLeases(trx, accountId, { targetId: target.target_id }, 'target_changed')
  }
  const { kind: _kind, ...changed } = columns
  await trx
    .updateTable('target')
    .set({ ...changed, changed_at: sql<Date>`now()` })
    .where('account_id', '=', accountId)
    .where('id', '=', target.target_id)
    .execute()
  return target.target_id
}

function columnsOf(facts: TargetFacts) {
  const none = { host: null, port: null, url: null, engine: null, database_name: null }
  const { kind, username } = facts
  if (facts.kind === 'server') return { ...none, kind, username, host: facts.host, port: facts.port }
  if (facts.kind === 'ticketing') return { ...none, kind, username, url: facts.url }
  const { host, port, engine, databaseName } = facts
  return { ...none, kind, username, host, port, engine, database_name: databaseName }
}
