/** What other capabilities may use of identity, inside their own transactions and under their own purposes. */
import { createHash } from 'node:crypto'
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
  /** Who chats need not give one. */
  readonly email?: string | undefined
  readonly name: string
  readonly phone?: string | undefined
  readonly language: 'ro' | 'en'
  /** Of the form that is sent. */
  readonly sendingId?: string | undefined
}

/**
 * The account of somebody who writes without registering: a prospect of their own, with them as its person. The same
 * unproven address finds its prospect again, and never an account of a client. Without an address they are
 * found again by what they sent, and each new sending is a first.
 */
export async function accountForVisitor(
  trx: Writer,
  visitor: Visitor,
): Promise<{ accountId: string; personId: string }> {
  const email = visitor.email?.trim().toLowerCase()
  const known = email ? await prospectOf(trx, email) : undefined
  if (known) return known
  // Found again by the form that was sent, where nothing else tells them apart: sent twice at once it is one visitor.
  const accountId = !email && visitor.sendingId ? idFrom(visitor.sendingId) : newId()
  const { numAffectedRows } = await sql`insert into base.account (id, kind, name, language)
    values (${accountId}, 'prospect', ${visitor.name}, ${visitor.language}) on conflict do nothing`.execute(trx)
  if (numAffectedRows === 0n) {
    const person = await onlyPerson(trx, accountId)
    return person ? { accountId, personId: person } : accountForVisitor(trx, { ...visitor, sendingId: undefined })
  }
  const personId = newId()
  await sql`insert into base.person (account_id, id, name, email, phone, language)
    values (${accountId}, ${personId}, ${visitor.name}, ${email ?? null}, ${visitor.phone ?? null},
      ${visitor.language})`.execute(trx)
  return { accountId, personId }
}

async function onlyPerson(trx: Writer, accountId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select p.id from person p join account a on a.id = p.account_id
    where p.account_id = ${accountId} and p.erased_at is null and p.login_id is null
      and a.kind = 'prospect' and a.closed_at is null and a.erased_at is null`.execute(trx)
  return rows.length === 1 ? rows[0]?.id : undefined
}

/** An id that always follows from another, of the same millisecond, and from which that other cannot be told. */
function idFrom(sendingId: string): string {
  const time = sendingId.replaceAll('-', '').slice(0, 12)
  const rest = createHash('sha256').update(`visitor ${sendingId}`).digest('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}

/** The prospect of an address that nobody has proved; those who look for it at once wait for one another. */
async function prospectOf(trx: Writer, email: string): Promise<{ accountId: string; personId: string } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${`prospect ${email}`}))`.execute(trx)
  const { rows } = await sql<{ account_id: string; id: string }>`
    select p.account_id, p.id from person p join account a on a.id = p.account_id
    where lower(p.email) = ${email} and p.erased_at is null and p.login_id is null
      and a.kind = 'prospect' and a.closed_at is null and a.erased_at is null
      and not exists (select 1 from member m where m.account_id = p.account_id)
    order by p.id limit 1`.execute(trx)
  return rows[0] && { accountId: rows[0].account_id, personId: rows[0].id }
}

/**
 * Gives a prospect the address that they left later. It is as unproven as one given at first, and replaces none.
 * @returns false when there is one already
 */
export async function leaveAddress(
  trx: Writer,
  { accountId, personId }: { readonly accountId: string; readonly personId: string },
  email: string,
): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`
    select base.leave_address(${accountId}, ${personId}, ${email.trim().toLowerCase()}) as left`.execute(trx)
  return rows[0]?.left === true
}

/** Tokens of single-use and status links: shown once, stored as a hash. */
export const linkTokens = { newToken, newAccountToken, hashToken, readAccountToken }

/** What people type to say who they are, as input fields. */
export const contactFields = { personName, emailField, phoneField }
