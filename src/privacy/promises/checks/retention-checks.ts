/** Checks of P28 and P29: that what is due next can be told, and that nothing stays past its period. */

import { quote } from '../../compiler/quote.ts'
import { before } from '../../policy/shift.ts'
import { tablesInParts, timedTables } from '../../retention/timed-tables.ts'
import { type Ground, promiseCheck } from '../check.ts'

/** A run a day, and a day of grace for one that was missed. */
const grace = 2 * 86_400_000
const month = 30 * 86_400_000

/** Rows not held whose period was over, or will be, that many milliseconds from now. */
async function dueAt({ inspector, maps, policy }: Ground, shift: number): Promise<number> {
  const tables = timedTables(maps)
  const now = new Date(Date.now() + shift)
  const cutoffs = tables.map((one) => before(now, policy.retention[one.class]?.period ?? 'P999Y'))
  const { rows } = await inspector.query<{ due: number }>(
    `select coalesce(sum((base.count_due(t.name, t.cutoff)->>'due')::bigint), 0)::int as due
     from unnest($1::text[], $2::timestamptz[]) as t(name, cutoff)`,
    [tables.map(({ table }) => table), cutoffs],
  )
  return rows[0]?.due ?? 0
}

/**
 * Rows of tables in parts (the access log) that outlived their period: whole parts that nobody dropped, and what lies in no
 * month's part. A claim keeps them all.
 */
async function overdueInParts({ inspector, maps, policy }: Ground): Promise<number> {
  let overdue = 0
  for (const { table, class: name } of tablesInParts(maps)) {
    const period = policy.retention[name]?.period ?? 'P0D'
    const key = await inspector.query<{ name: string }>(
      `select quote_ident(a.attname) as name from pg_partitioned_table p
       join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0] where p.partrelid = to_regclass($1)`,
      [`base.${quote(table)}`],
    )
    const { rows } = await inspector.query<{ due: number }>(
      `select count(*)::int as due from base.${quote(table)}
       where ${key.rows[0]?.name} < date_trunc('month', (now() - $1::interval - $2::interval) at time zone 'UTC') at time zone 'UTC'
         and not exists (select from base.legal_hold h where h.released_at is null)`,
      [period, `${grace} milliseconds`],
    )
    overdue += rows[0]?.due ?? 0
  }
  return overdue
}

export const dueIsKnown = promiseCheck({
  promise: 'P28',
  need: 'schedule',
  async run(ground) {
    const ending = timedTables(ground.maps).length
    const soon = await dueAt(ground, month)
    return {
      holds: ending > 0 && ground.operations.some(({ name }) => name === 'retention.list'),
      figure: {
        ro: `tabele cu termen: ${ending}; rânduri care expiră în 30 de zile: ${soon}`,
        en: `tables with a period: ${ending}; rows due within 30 days: ${soon}`,
      },
    }
  },
})

export const nothingOverdue = promiseCheck({
  promise: 'P29',
  need: 'retention_job',
  async run(ground) {
    const overdue = (await dueAt(ground, -grace)) + (await overdueInParts(ground))
    const { rows } = await ground.inspector.query<{ runs: number; ended: string }>(
      `select count(distinct r.id)::int as runs, coalesce(sum(e.value::bigint), 0)::text as ended
       from base.retention_run r left join lateral jsonb_each_text(r.ended) e on true
       where r.started_at > now() - interval '30 days'`,
    )
    const { runs = 0, ended = '0' } = rows[0] ?? {}
    return {
      holds: overdue === 0,
      figure: {
        ro: `rulări în 30 de zile: ${runs}; rânduri încheiate: ${ended}; rămase peste termen: ${overdue}`,
        en: `runs in 30 days: ${runs}; rows ended: ${ended}; left past their period: ${overdue}`,
      },
    }
  },
})
