/**
 * The role that checks promises against the live database: it reads everything and can change nothing. The worker alone
 * is given it; no page, no purpose and no person ever holds it.
 */
import type { Pool } from 'pg'
import { policy } from '../../policy/policy.ts'
import { quote } from '../privacy/compiler/quote.ts'

export const INSPECTOR_ROLE = 'zavor_inspector'

/** After the policy is applied, as a view that was made anew has lost its readers. Idempotent. */
export async function letInspect(owner: Pool): Promise<void> {
  const views = Object.keys(policy.purposes)
  const schemas = ['base', ...views].map(quote).join(', ')
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('zavor policy'))")
    await client.query(`alter role ${INSPECTOR_ROLE} set default_transaction_read_only = on`)
    await client.query(`alter role ${INSPECTOR_ROLE} set statement_timeout = '50s'`)
    await client.query(`grant usage on schema ${schemas}, zavor to ${INSPECTOR_ROLE}`)
    await client.query(`grant select on all tables in schema ${schemas} to ${INSPECTOR_ROLE}`)
    await client.query(`grant select on zavor.policy_state, zavor.migration to ${INSPECTOR_ROLE}`)
    await client.query(`grant execute on function base.marker_of(uuid, uuid) to ${INSPECTOR_ROLE}`)
    await client.query(`grant execute on function base.held_for_client(uuid, uuid) to ${INSPECTOR_ROLE}`)
    await client.query(`grant execute on function base.is_limited(uuid, uuid, text) to ${INSPECTOR_ROLE}`)
    await client.query(`grant execute on function base.count_due(text, timestamptz) to ${INSPECTOR_ROLE}`)
    await client.query(`grant execute on function base.held_people() to ${INSPECTOR_ROLE}`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
