/**
 * A limit, an erasure and an export look for the rows of one person in every table about people. Without an index for that
 * question each of them costs as much as the whole account is large, and a person's right would take longer every year.
 */
import { expect, it } from 'vitest'
import { testDesk } from '../../../test/support/desk.ts'
import { maps } from '../../app/maps.ts'
import { accountColumn } from '../map/uses.ts'

interface Index {
  readonly table: string
  readonly columns: readonly string[]
  /** The condition of a partial index, as the catalogue shows it. */
  readonly only: string | null
}

it('finds the rows of one person by an index, in every table about people', async () => {
  const { owner } = await testDesk()
  const { rows } = await owner.query<Index>(`
    select c.relname as "table", pg_get_expr(i.indpred, i.indrelid) as only,
      array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number order by k.place) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'base' and i.indisvalid`)
  const without = maps.flatMap((map) => {
    const account = accountColumn(map)
    const about = map.rule.about
    if (account === null || about === null) return []
    const answers = ({ table, columns, only }: Index) =>
      table === map.table &&
      columns.slice(0, 2).includes(account) &&
      columns.slice(0, 2).includes(about) &&
      (only === null || only === `(${about} IS NOT NULL)`)
    return rows.some(answers) ? [] : [`${map.table}: no index on (${account}, ${about})`]
  })
  expect(without).toEqual([])
})
