/** Brings the database to what policy and data maps say. Idempotent; all in one transaction, or nothing. */
import type { Pool, PoolClient } from 'pg'
import { unlessOvertaken } from '../../platform/database/overtaken.ts'
import { ensureRole } from '../../platform/database/role.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import type { PolicyShape } from '../policy/shape.ts'
import { pieceKey, readCatalogue, readPieces } from './catalogue.ts'
import { checkCatalogue, checkMaps } from './check.ts'
import { differenceFrom, wantedHash } from './difference.ts'
import { quote } from './quote.ts'
import { type Wanted, wantedFrom } from './wanted.ts'

/** Policy, data maps and database disagree: `findings` names each column. */
export class PolicyMismatch extends Error {
  readonly findings: readonly string[]
  constructor(findings: readonly string[]) {
    super(`policy, data maps and database disagree:\n${findings.map((finding) => `  ${finding}`).join('\n')}`)
    this.findings = findings
  }
}

export interface CompilerInput {
  readonly policy: PolicyShape
  readonly maps: readonly AnyDataMap[]
}

/** Each column that is undeclared, declared but absent, or used by a purpose that the policy does not have. Empty: all is well. */
export async function checkPolicy(owner: Pool | PoolClient, { policy, maps }: CompilerInput): Promise<string[]> {
  return [...checkMaps(policy, maps), ...checkCatalogue(maps, await readCatalogue(owner))]
}

/** What applying would change, in words; empty when nothing. Changes nothing. */
export async function diffPolicy(owner: Pool | PoolClient, { policy, maps }: CompilerInput): Promise<string[]> {
  const wanted = wantedFrom(policy, maps)
  const roles = await missingRoles(owner, wanted)
  const { steps } = await differenceFrom(owner, wanted)
  return [...roles.map((role) => `+ role ${role}`), ...steps.map((step) => step.says)]
}

/**
 * @param passwordOf the password of each purpose's role
 * @returns what was changed, in words
 * @throws PolicyMismatch before anything is changed
 */
export async function applyPolicy(
  owner: Pool,
  input: CompilerInput,
  passwordOf: (role: string) => string,
): Promise<string[]> {
  const findings = await checkPolicy(owner, input)
  if (findings.length > 0) throw new PolicyMismatch(findings)
  const wanted = wantedFrom(input.policy, input.maps)
  return await unlessOvertaken(() => applyWanted(owner, wanted, passwordOf))
}

async function applyWanted(owner: Pool, wanted: Wanted, passwordOf: (role: string) => string): Promise<string[]> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('zavor policy'))")
    const made = await makeRoles(client, wanted, passwordOf)
    const difference = await differenceFrom(client, wanted)
    for (const step of difference.steps) await client.query(step.sql)
    await remember(client, difference)
    if (difference.remade.some(({ name }) => name === 'base.marker_of')) await client.query(remarkHeld)
    await client.query('commit')
    return [...made, ...difference.steps.map((step) => step.says)]
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Who was already held for a client when the purposes that are closed to them changed. */
const remarkHeld = `select base.remark(p.account_id, p.id) from base.person p join base.account a on a.id = p.account_id
  where a.kind = 'client' and p.login_id is null and p.erased_at is null and base.held_for_client(p.account_id, p.id)`

async function missingRoles(client: Pool | PoolClient, wanted: Wanted): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any ($1)',
    [wanted.roles],
  )
  const there = new Set(rows.map((row) => row.name))
  return wanted.roles.filter((role) => !there.has(role))
}

/** Roles belong to the whole server, so several databases of one server share them: passwords are set, never guessed. */
async function makeRoles(client: PoolClient, wanted: Wanted, passwordOf: (role: string) => string): Promise<string[]> {
  await client.query("set local password_encryption = 'scram-sha-256'")
  // The passwords are keys of 256 bits: many turns would not make them harder to guess, but each connection slower.
  await client.query('set local scram_iterations = 1')
  const missing = new Set(await missingRoles(client, wanted))
  for (const role of wanted.roles) {
    const schema = role.replace(/^zavor_/, '')
    await ensureRole(client, role, passwordOf(role))
    await client.query(`alter role ${quote(role)} set search_path = ${quote(schema)}`)
    await client.query(`alter role ${quote(role)} set statement_timeout = '30s'`)
    await client.query(`alter role ${quote(role)} set idle_in_transaction_session_timeout = '60s'`)
  }
  return [...missing].map((role) => `+ role ${role}`)
}

async function remember(client: PoolClient, difference: Awaited<ReturnType<typeof differenceFrom>>): Promise<void> {
  const shown = await readPieces(client)
  for (const piece of difference.gone) {
    await client.query('delete from zavor.policy_state where kind = $1 and name = $2', [piece.kind, piece.name])
  }
  for (const piece of difference.remade) {
    await client.query(
      `insert into zavor.policy_state (kind, name, wanted, shown) values ($1, $2, $3, $4)
       on conflict (kind, name) do update set wanted = excluded.wanted, shown = excluded.shown`,
      [piece.kind, piece.name, wantedHash(piece), shown.get(pieceKey(piece)) ?? ''],
    )
  }
}
