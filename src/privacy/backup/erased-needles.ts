/** Texts of people who are about to be erased again, to be looked for afterwards; and what may still hold them. */
import type { Pool } from 'pg'
import { erasedText } from '../compiler/erase.ts'
import type { LedgerLine } from '../ledger/outside-ledger.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import type { Needle } from '../residue/needles.ts'
import type { Finding } from '../residue/scan-files.ts'

const shortest = 5

interface Particulars {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}

/** Names, addresses and telephone numbers of whom these lines erase, as long as the database still has them. */
export async function needlesOf(owner: Pool, lines: readonly LedgerLine[]): Promise<Needle[]> {
  const scopes = lines
    .filter((line) => line.kind === 'erasure')
    .map(({ accountId, personId }) => ({ accountId, personId }))
  const { rows } = await owner.query<Particulars>(
    `select distinct p.name, p.email, p.phone from base.person p
       join jsonb_to_recordset($1) as s("accountId" uuid, "personId" uuid)
         on s."accountId" = p.account_id and (s."personId" is null or s."personId" = p.id)
     where p.erased_at is null`,
    [JSON.stringify(scopes)],
  )
  return rows.flatMap(({ name, email, phone }) =>
    [
      { label: 'name', value: name },
      { label: 'e-mail', value: email ?? '' },
      { label: 'telephone', value: phone ?? '' },
    ].filter(({ value }) => value.trim().length >= shortest && value !== erasedText),
  )
}

/** Those that nobody living here shares: two people may have one name, and one person two accounts. */
export async function ownNeedles(owner: Pool, needles: readonly Needle[]): Promise<Needle[]> {
  const { rows } = await owner.query<{ value: string }>(
    `select v.value from unnest($1::text[]) v(value) where exists (select from base.person p where p.erased_at is null
        and (lower(p.name) like '%' || lower(v.value) || '%' or lower(p.email) = lower(v.value) or p.phone = v.value))
      or exists (select from base.staff s where lower(s.name) like '%' || lower(v.value) || '%' or lower(s.email) = lower(v.value))`,
    [needles.map(({ value }) => value)],
  )
  const shared = new Set(rows.map(({ value }) => value))
  return needles.filter(({ value }) => !shared.has(value))
}

/**
 * Columns in which people write to each other: what others wrote about somebody stays with those others, as it does after
 * any erasure. Everything found elsewhere is residue.
 */
export function inOthersWords(maps: readonly AnyDataMap[], { where }: Finding): boolean {
  return maps.some(({ table, columns }) =>
    Object.entries(columns).some(
      ([name, column]) =>
        (column.options.category === 'communication' || column.sql === 'tsvector') &&
        [`base.${table}.${name}`, `base."${table}".${name}`].includes(where),
    ),
  )
}
