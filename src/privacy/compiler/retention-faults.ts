import { timed } from '../map/clock.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { accountColumn, primaryKey } from '../map/uses.ts'
import type { PolicyShape } from '../policy/shape.ts'
import { type LooseLink, linksOf, looseLinks, type Unit, unitsOf } from './retention-units.ts'

/** What would keep rows from ending as the policy says; each names its table and what is wrong. Empty: all is well. */
export function retentionFaults(policy: PolicyShape, maps: readonly AnyDataMap[]): string[] {
  const tables = new Set(maps.map((map) => map.table))
  const findings = maps.flatMap(({ table, rule }) => {
    const clock = timed(rule.clock)
    return [clock?.of, clock?.with]
      .filter((other) => other !== undefined && !tables.has(other))
      .map((other) => `${table}: its clock names the table ${other}, which no data map declares`)
  })
  for (const { table, rule } of maps) {
    if ((rule.clock === 'partition') !== (rule.parts !== undefined)) {
      findings.push(
        `${table}: a table whose clock is 'partition', and no other, says how its parts are made and dropped`,
      )
    }
  }
  for (const map of maps) {
    const belongs = accountColumn(map) !== null || map.rule.login !== undefined
    if (map.rule.clock === 'standing' && belongs) {
      findings.push(`${map.table}: holds what belongs to somebody, so its clock cannot be 'standing'`)
    }
    if (map.rule.clock === 'erasure' && !belongs) {
      findings.push(
        `${map.table}: belongs to no account and no login, so no erasure ends it: its clock cannot be 'erasure'`,
      )
    }
  }
  const links = linksOf(maps)
  for (const unit of unitsOf(maps)) findings.push(...unitFaults(policy, unit, maps, links))
  return findings
}

function unitFaults(
  policy: PolicyShape,
  unit: Unit,
  maps: readonly AnyDataMap[],
  links: readonly LooseLink[],
): string[] {
  const { root, parts } = unit
  const findings: string[] = []
  if (parts.length > 0 && primaryKey(root).join() !== 'account_id,id') {
    findings.push(`${root.table}: rows of other tables go with its rows, so its primary key must be (account_id, id)`)
  }
  for (const { map } of parts) {
    const own = timed(map.rule.clock)?.at !== undefined
    // What ends at once ends by the act itself; what is left of its row may go with the rest.
    const atOnce = policy.retention[map.rule.retention]?.period === 'P0D'
    if (!own && !atOnce && map.rule.retention !== root.rule.retention) {
      findings.push(`${map.table}: goes with ${root.table}, so its retention must be ${root.rule.retention}`)
    }
  }
  if (policy.retention[root.rule.retention]?.end !== 'delete') return findings
  for (const { table, column, to } of looseLinks(unit, links)) {
    const link = maps.find((map) => map.table === table)?.columns[column]
    if (!link?.options.optional) {
      findings.push(
        `${table}.${column}: rows of ${to} are deleted when their period ends, so it must be optional or go with them`,
      )
    }
  }
  return findings
}
