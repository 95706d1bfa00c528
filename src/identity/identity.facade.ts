/** What other capabilities may use of identity, inside their own transactions and under their own purposes. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '../platform/database/id.ts'
import { emailField, personName, phoneField } from './fields.ts'
import { hashToken, newAccountToken, newToken, readAccountToken } from './token.ts'

/** Anything that runs SQL under a purpose: a handle or a transaction. Each function says what the purpose must be able to read. */
export type Reader = QueryExecutorProvider
/** A transaction: its type says that there is one. */
export type Writer = QueryExecutorProvider & { readonly isTransaction: boolean }

export interface LetterAddress {
  readonly accountId: string
  readonly personId: string
  readonly to: string
  readonly name: string
  readonly language: 'ro' | 'en'
}

/** Where letters to a person go; null when the person has no address, is erased, or is limited for this purpose. */
export async function letterAddress(db: Reader, accountId: string, personId: string): Promise<LetterAddress | null> {
  const { rows } = await sql<{ email: string | null; name: string; language: 'ro' | 'en' }>`
    select email, name, language from person
    where account_id = ${accountId} and id = ${personId} and erased_at is null`.execute(db)
  const row = rows[0]
  return row?.email ? { accountId, personId, to: row.email, name: row.name, language: row.language } : null
}

/** The addresses of everyone active in an account with one of the roles. */
export async function letterAddressesOf(
  db: Reader,
  accountId: string,
  roles: readonly ('owner' | 'billing' | 'technical')[],
): Promise<LetterAddress[]> {
  const { rows } = await sql<{ id: string; email: string; name: string; language: 'ro' | 'en' }>`
    select p.id, p.email, p.name, p.language
    from member m join person p on p.account_id = m.account_id and p.id = m.person_id
    where m.account_id = ${accountId} and m.roles && ${[...roles]}::text[]
      and m.joined_at is not null and m.ended_at is null and p.email is not null and p.erased_at is null
    order by p.id`.execute(db)
  return rows.map((row) => ({ accountId, personId: row.id, to: row.email, name: row.name, language: row.language }))
}

export interface StaffAddress {
  readonly staffId: string
  readonly to: string
  readonly name: string
  readonly language: 'ro' | 'en'
}

/** The addresses of staff who are here today, with one of the roles. */
export async function staffAddresses(
  db: Reader,
  roles: readonly ('owner' | 'technician' | 'sales' | 'billing' | 'privacy')[],
): Promise<StaffAddress[]> {
  const { rows } = await sql<{ id: string; email: string; name: string; language: 'ro' | 'en' }>`
    select id, email, name, language from staff
    where roles && ${[...roles]}::text[] and joined_at is not null and ended_at is null order by id`.execute(db)
  return rows.map((row) => ({ staffId: row.id, to: row.email, name: row.name, language: row.language }))
}

/** Names of staff by id, also of those who left. */
export async function staffNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from staff where id = any (${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Names of accounts by id, for purposes that may read them; an account that was ended has none any more. */
export async function accountNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from account where id = any (${[...new Set(ids)]}::uuid[]) and erased_at is null`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

export interface Visitor {
  readonly email: string
  readonly name: string
  readonly phone?: string | undefined
  readonly language: 'ro' | 'en'
}

/**
 * The account of somebody who writes without registering: a prospect of their own, with them as its person. The same
 * unproven address finds its prospect again, and never an account of a client.
 */
export async function accountForVisitor(
  trx: Writer,
  visitor: Visitor,
): Promise<{ accountId: string; personId: string }> {
  const email = visitor.email.trim().toLowerCase()
  await sql`select pg_advisory_xact_lock(hashtext(${`prospect ${email}`}))`.execute(trx)
  const { rows } = await sql<{ account_id: string; id: string }>`
    select p.account_id, p.id from person p join account a on a.id = p.account_id
    where lower(p.email) = ${email} and p.erased_at is null and p.login_id is null
      and a.kind = 'prospect' and a.closed_at is null and a.erased_at is null
      and not exists (select 1 from member m where m.account_id = p.account_id)
    order by p.id limit 1`.execute(trx)
  const known = rows[0]
  if (known) return { accountId: known.account_id, personId: known.id }
  const accountId = newId()
  const personId = newId()
  await sql`insert into base.account (id, kind, name, language)
    values (${accountId}, 'prospect', ${visitor.name}, ${visitor.language})`.execute(trx)
  await sql`insert into base.person (account_id, id, name, email, phone, language)
    values (${accountId}, ${personId}, ${visitor.name}, ${email}, ${visitor.phone ?? null}, ${visitor.language})`.execute(
    trx,
  )
  return { accountId, personId }
}

/** Tokens of single-use and status links: shown once, stored as a hash. */
export const linkTokens = { newToken, newAccountToken, hashToken, readAccountToken }

/** What people type to say who they are, as input fields. */
export const contactFields = { personName, emailField, phoneField }
