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

/** The same, and those of the role's purposes for which nobody may. */
export async function partedPurposes(trx: QueryExecutorProvider, recipient: string, ofRole: readonly string[]) {
  const open = await openPurposes(trx, recipient)
  return { open, closed: ofRole.filter((purpose) => !open.includes(purpose)) }
}

/**
 * Why nobody may be sent data in a role for all of these purposes; null when somebody may. nobody: no company was ever
 * enabled. disabled: one was. ground: the ground fell on which those enabled rest. purposes: an entry leaves out some.
 */
export type WhyClosed = 'nobody' | 'disabled' | 'ground' | 'purposes'

/** Who may now be sent everything that a role is for, or why nobody may. Holds the gate as `openRecipient` does, in a transaction. */
export async function openForAll(
  trx: GateTrx,
  recipient: string,
  purposes: readonly string[],
): Promise<{ readonly carrier: string; readonly why: null } | { readonly carrier: null; readonly why: WhyClosed }> {
  if (trx.isTransaction) await sql`select pg_advisory_xact_lock_shared(hashtext(${lockOf(recipient)}))`.execute(trx)
  const { rows } = await sql<{ id: string; enabled: boolean; stands: boolean; covers: boolean; was: boolean }>`
    select p.id, p.enabled_at is not null as enabled, coalesce(g.invalid_at is null, false) as stands,
      p.purposes @> ${[...purposes]}::text[] as covers, p.disabled_at is not null as was
    from processor p left join transfer_ground g on g.id = p.ground_id
    where p.recipient = ${recipient} order by p.enabled_at`.execute(trx)
  const enabled = rows.filter((row) => row.enabled)
  const standing = enabled.filter((row) => row.stands)
  const [carrier] = standing.filter((row) => row.covers)
  if (carrier) return { carrier: carrier.id, why: null }
  if (standing.length > 0) return { carrier: null, why: 'purposes' }
  if (enabled.length > 0) return { carrier: null, why: 'ground' }
  return { carrier: null, why: rows.some((row) => row.was) ? 'disabled' : 'nobody' }
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
