import { parseArgs } from 'node:util'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import { policy, type RetentionName } from '../../policy/policy.ts'
import { maps } from '../app/maps.ts'
import { before } from '../privacy/policy/shift.ts'
import { countDue } from '../privacy/retention/retention.queries.ts'
import { timedTables } from '../privacy/retention/timed-tables.ts'
import type { Command } from './command.ts'
import { withOwner } from './owner.ts'

const usage = 'npx zavor retention [--dry-run [--class <class> --period <P3Y, P6M, P30D>]]'

/**
 * With --dry-run prints what the next run would end and why, also for a period that is only being thought about;
 * without, asks the worker for a run now.
 */
export const retention: Command = async (settings, words) => {
  const { values } = parseArgs({
    args: [...words],
    options: { 'dry-run': { type: 'boolean' }, class: { type: 'string' }, period: { type: 'string' } },
  })
  const { class: name, period } = values
  if ((name === undefined) !== (period === undefined) || (name !== undefined && !values['dry-run'])) {
    throw new Error(`a class is tried with a period, and only in a dry run: ${usage}`)
  }
  if (name !== undefined && !(name in policy.retention)) {
    throw new Error(`--class ${name}: expected one of ${Object.keys(policy.retention).join(', ')}`)
  }
  if (period !== undefined && !isPeriod(period)) {
    throw new Error(`--period ${period}: expected a period such as P3Y, P6M or P30D`)
  }
  await withOwner(settings, (owner) => (values['dry-run'] ? preview(owner, name, period) : ask(owner)))
  return 0
}

function isPeriod(period: string): boolean {
  try {
    before(new Date(), period)
    return true
  } catch {
    return false
  }
}

async function preview(owner: Pool, only: string | undefined, period: string | undefined): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) })
  const now = new Date()
  process.stdout.write(line('table', 'class', 'period', 'ends', 'held', 'since', 'why'))
  for (const { table, class: name } of timedTables(maps)) {
    if (only !== undefined && name !== only) continue
    const rule = policy.retention[name as RetentionName]
    const length = period ?? rule.period
    const { due, held, first } = await countDue(db, table, before(now, length))
    const since = first?.toISOString().slice(0, 10) ?? ''
    process.stdout.write(line(table, name, length, `${due}`, `${held}`, since, `${rule.end}: ${rule.from.en}`))
  }
  process.stdout.write('Nothing was ended.\n')
}

async function ask(owner: Pool): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) })
  await sql`select base.enqueue('retention.sweep', '{}', now(), 'now')`.execute(db)
  process.stdout.write('A run was asked for; the worker does it. What it ended: /staff/retention\n')
}

function line(
  table: string,
  name: string,
  period: string,
  ends: string,
  held: string,
  since: string,
  why: string,
): string {
  return `${table.padEnd(20)} ${name.padEnd(14)} ${period.padEnd(7)} ${ends.padStart(8)} ${held.padStart(6)}  ${since.padEnd(10)}  ${why}\n`
}
