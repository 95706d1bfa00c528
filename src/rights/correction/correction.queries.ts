import { sql } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'

type Trx = PurposeTrx<'rights'>
type Values = Readonly<Record<string, string | null>>

/** Whose particulars: of an account, one person of it. */
export interface Whose {
  readonly accountId: string
  readonly personId: string
}

export const personFields = ['name', 'phone', 'job_title'] as const
export const companyFields = [
  'name',
  'vat_number',
  'registration_number',
  'address',
  'city',
  'county',
  'postal_code',
  'country',
  'phone',
] as const

export type PersonFields = Record<(typeof personFields)[number], string | null> & { name: string }
export type CompanyFields = Record<(typeof companyFields)[number], string | null> & { name: string }

export async function ownParticulars(db: Pick<Trx, 'selectFrom'>, actor: Whose): Promise<PersonFields | undefined> {
  return await db
    .selectFrom('person')
    .select(personFields)
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.personId)
    .executeTakeFirst()
}

export async function companyParticulars(
  db: Pick<Trx, 'selectFrom'>,
  accountId: string,
): Promise<CompanyFields | undefined> {
  return await db.selectFrom('account').select(companyFields).where('id', '=', accountId).executeTakeFirst()
}

/** What stood before is then what the correction before this one left. */
export async function lockCompany(trx: Trx, accountId: string): Promise<void> {
  await sql`select id from base.account where id = ${accountId} for no key update`.execute(trx)
}

export async function writeOwn(
  trx: Trx,
  actor: Whose & { readonly loginId: string | null },
  values: Partial<PersonFields>,
): Promise<void> {
  await trx
    .updateTable('person')
    .set(values)
    .where('account_id', '=', actor.accountId)
    .where('id', '=', actor.personId)
    .execute()
  if (values.name && actor.loginId)
    await trx.updateTable('login').set({ name: values.name }).where('id', '=', actor.loginId).execute()
}

export async function writeCompany(trx: Trx, accountId: string, values: Partial<CompanyFields>): Promise<void> {
  await trx.updateTable('account').set(values).where('id', '=', accountId).execute()
}

/** The fields whose value really changes. */
export function changed<V extends Values>(before: V, wanted: Partial<V>): Partial<V> {
  const entries = Object.entries(wanted).filter(([field, value]) => value !== undefined && value !== before[field])
  return Object.fromEntries(entries) as Partial<V>
}

/** Each field with what stood before and what stands now. */
export function changes(before: Values, after: Values) {
  return Object.entries(after).map(([field, value]) => ({ field, before: before[field] ?? null, after: value }))
}

export async function noteCorrections(
  trx: Trx,
  actor: Whose,
  subject: 'person' | 'account',
  before: Values,
  after: Values,
  caseId: string | null,
): Promise<void> {
  for (const [field, value] of Object.entries(after)) {
    await trx
      .insertInto('correction')
      .values({
        account_id: actor.accountId,
        id: newId(),
        person_id: actor.personId,
        subject,
        field,
        before: before[field] ?? null,
        after: value,
        case_id: caseId,
      })
      .execute()
  }
}

/** What was corrected by a request, in whichever account. */
export async function correctionsOf(trx: Pick<Trx, 'selectFrom'>, caseId: string) {
  return await trx
    .selectFrom('correction')
    .select(['field', 'before', 'after'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()
}
