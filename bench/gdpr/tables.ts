/** The rows of both sides: laid down from one source, so that they are the same. */
import type { Pool } from 'pg'
import { dataOf, endOf, fields, metadataOf, rawSize } from './generate.ts'
import { accountId, personOf } from './side.ts'

/** The users, as people of one client. Answers how many bytes their names and addresses are by themselves. */
export async function addPeople(owner: Pool): Promise<number> {
  await owner.query(
    `insert into base.account (id, kind, name, country, language) values ($1, 'client', 'GDPRBench', 'RO', 'ro')`,
    [accountId],
  )
  const { rows } = await owner.query<{ bytes: number }>(
    `with added as (
       insert into base.person (account_id, id, name, email, language)
       select $1, p, 'user' || n - 1, 'user' || n - 1 || '@client.test', 'ro' from unnest($2::uuid[]) with ordinality as u(p, n)
       returning name, email)
     select sum(octet_length(name) + octet_length(email))::integer as bytes from added`,
    [accountId, Array.from({ length: fields.USR.count }, (_, user) => personOf(user))],
  )
  await owner.query('reindex table base.person')
  return rows[0]?.bytes ?? 0
}

const columns = 'account_id, k, expires_at, person_id, pur, obj, dec, acl, shr, src, cat, data'
const atOnce = 10_000

/** Writes the records once, to be copied from. Answers how many bytes they are by themselves. */
export async function fillSource(owner: Pool, records: number): Promise<number> {
  await owner.query(`create unlogged table plain.source (k integer, ends timestamptz, person_id uuid, pur smallint,
    obj smallint, dec smallint, acl smallint, shr smallint, src smallint, cat smallint, data text)`)
  let bytes = 0
  for (let from = 0; from < records; from += atOnce) {
    const keys = Array.from({ length: Math.min(atOnce, records - from) }, (_, n) => from + n)
    const all = keys.map(metadataOf)
    bytes += keys.reduce((sum, k) => sum + rawSize(k), 0)
    await owner.query(
      `insert into plain.source
       select * from unnest($1::integer[], $2::timestamptz[], $3::uuid[], $4::smallint[], $5::smallint[], $6::smallint[],
         $7::smallint[], $8::smallint[], $9::smallint[], $10::smallint[], $11::text[])`,
      [
        keys,
        // The shortest lifetime is over at once, as if thirty seconds had been waited.
        all.map(({ TTL }) => (TTL === 0 ? new Date(0) : endOf(TTL))),
        all.map(({ USR }) => personOf(USR)),
        ...(['PUR', 'OBJ', 'DEC', 'ACL', 'SHR', 'SRC', 'CAT'] as const).map((field) => all.map((one) => one[field])),
        keys.map(dataOf),
      ],
    )
  }
  return bytes
}

/** Both tables as they are at the beginning, their indexes built when the rows are there, as by a restore. */
export async function reset(owner: Pool): Promise<void> {
  for (const schema of ['base', 'plain']) {
    const table = `${schema}.gdpr_record`
    const { rows: indexes } = await owner.query<{ name: string; made: string }>(
      `select indexname as name, indexdef as made from pg_indexes
       where schemaname = $1 and tablename = 'gdpr_record' and indexname <> 'gdpr_record_pkey'`,
      [schema],
    )
    await owner.query(`truncate ${table}; ${indexes.map(({ name }) => `drop index ${schema}.${name};`).join(' ')}`)
    await owner.query(
      `insert into ${table} (${columns})
       select $1::uuid, k, ends, person_id, pur, obj, dec, acl, shr, src, cat, data from plain.source order by k`,
      [accountId],
    )
    await owner.query(`${indexes.map(({ made }) => `${made};`).join(' ')} reindex table ${table}`)
  }
}

/** Bytes: of our records with their indexes and people, of the plain ones, and of the database without the plain ones. */
export async function sizes(owner: Pool): Promise<{ ours: number; plain: number; whole: number }> {
  const { rows } = await owner.query<{ ours: string; plain: string; whole: string }>(`
    select pg_total_relation_size('base.gdpr_record') + pg_total_relation_size('base.person') as ours,
      pg_total_relation_size('plain.gdpr_record') as plain,
      pg_database_size(current_database()) - pg_total_relation_size('plain.gdpr_record')
        - pg_total_relation_size('plain.source') - pg_total_relation_size('plain.log') as whole`)
  const { ours, plain, whole } = rows[0] as { ours: string; plain: string; whole: string }
  return { ours: Number(ours), plain: Number(plain), whole: Number(whole) }
}
