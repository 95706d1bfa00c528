import { type Kysely, sql } from 'kysely'
import type { For } from '../../privacy/map/types.ts'

export interface ClientController {
  readonly id: string
  readonly name: string
  /** Tax number, address and phone of the company, as far as they are known. */
  readonly contact: string
  readonly country: string | null
  readonly since: Date
  /** Persons held for it: its own customers, who neither sign in nor have a place in the account. */
  readonly customers: number
}

/** The clients for whom the provider is a processor (Art. 30(2)(a)), the oldest first. */
export async function clientControllers(db: Kysely<For<'legal'>>): Promise<ClientController[]> {
  const { rows } = await sql<ClientController>`
    select a.id, a.name, a.country, concat_ws(', ', nullif(a.vat_number, ''), nullif(a.address, ''),
        nullif(concat_ws(' ', a.postal_code, a.city), ''), nullif(a.county, ''), nullif(a.phone, '')) as contact, a.created_at as since,
      (select count(*)::int from legal.person p where p.account_id = a.id and p.erased_at is null and p.login_id is null
         and not exists (select from legal.member m where m.account_id = p.account_id and m.person_id = p.id)) as customers
    from legal.account a where a.kind = 'client' and a.erased_at is null
    order by a.created_at, a.id`.execute(db)
  return rows
}
