/** The gate before every way out of this system: nothing goes to a recipient that nobody enabled. */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'

/** A transaction of any purpose that may read the register: `identity`, `legal`, `rights`. */
export type GateTrx = QueryExecutorProvider & { readonly isTransaction: boolean }

/**
 * Who may now be sent data for a purpose in a role of the policy: the processor's id, or null when nobody may. Until the
 * transaction ends nobody can close the gate: whoever blocks a recipient waits for what is on its way, and after that
 * nothing leaves.
 */
export async function openRecipient(trx: GateTrx, recipient: string, purpose: string): Promise<string | null> {
  await sql`select pg_advisory_xact_lock_shared(hashtext(${lockOf(recipient)}))`.execute(trx)
  const { rows } = await sql<{ id: string }>`select p.id ${open(recipient)} and ${purpose} = any (p.purposes)
    order by p.enabled_at limit 1`.execute(trx)
  return rows[0]?.id ?? null
}

/** The purposes for which a role may receive data now. */
export async function openPurposes(trx: QueryExecutorProvider, recipient: string): Promise<string[]> {
  const { rows } = await sql<{ purpose: string }>`
    select distinct unnest(p.purposes) as purpose ${open(recipient)}`.execute(trx)
  return rows.map(({ purpose }) => purpose)
}

/** Waits for what is on its way to these roles and lets nothing more out until the transaction ends. */
export async function closeGate(trx: GateTrx, recipients: readonly string[]): Promise<void> {
  for (const recipient of [...new Set(recipients)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtext(${lockOf(recipient)}))`.execute(trx)
  }
}

function open(recipient: string): RawBuilder<unknown> {
  return sql`from processor p join transfer_ground g on g.id = p.ground_id
    where p.recipient = ${recipient} and p.enabled_at is not null and g.invalid_at is null`
}

const lockOf = (recipient: string) => `zavor recipient ${recipient}`
