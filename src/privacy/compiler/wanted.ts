/** From policy and data maps to everything that must stand in the database. Pure. */
import type { PurposeName } from '../../../policy/policy.ts'
import type { AnyColumn, Use } from '../map/column.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { purposesOf, useOf } from '../map/uses.ts'
import type { PolicyShape } from '../policy/shape.ts'
import { countErasable, eraseRows, forgetLogin } from './erase.ts'
import { applyMarker, endConsents, isLimited, markerOf, markerTrigger } from './markers.ts'
import type { Piece } from './piece.ts'
import { quote } from './quote.ts'
import { countDue, endDue, endParts, heldPeople } from './retention.ts'

export type Privilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'USAGE' | 'EXECUTE'

/** One privilege of one role: on a whole object, or on one column of it. */
export interface Grant {
  readonly role: string
  readonly privilege: Privilege
  readonly on: 'schema' | 'relation' | 'function'
  readonly object: string
  readonly column?: string
}

export interface Wanted {
  readonly roles: readonly string[]
  readonly schemas: readonly string[]
  readonly pieces: readonly Piece[]
  readonly grants: readonly Grant[]
}

/** The role `zavor_<purpose>`: a login of its own, with no way to any other. */
export function roleOf(purpose: string): string {
  return `zavor_${purpose}`
}

/** SECURITY DEFINER functions and who may call them. Everything else of that kind is closed. */
export const openFunctions: Readonly<Record<string, readonly PurposeName[] | 'all'>> = {
  'base.enqueue': 'all',
  'base.audit_append': ['security'],
  'base.set_limit': ['rights', 'self'],
  'base.record_consent': ['rights', 'self'],
  'base.record_answer': ['rights'],
  'base.replay_limit': ['rights'],
  'base.know_line': ['rights', 'access', 'identity', 'legal', 'support', 'enrichment'],
  'base.ledger_next': ['rights'],
  'base.record_visitor_choice': ['self'],
  'base.record_notice': 'all',
  'base.record_staff_notice': 'all',
  'base.record_visits': ['visits'],
  'base.leave_address': ['support'],
  'base.note_opening': ['openings'],
  'base.end_consents': ['rights'],
  'base.held_for_client': ['rights'],
  'base.is_limited': ['identity', 'rights', 'enrichment', 'security'],
  'base.erase_rows': ['rights'],
  'base.count_erasable': ['rights'],
  'base.drop_jobs': ['rights'],
  'base.disclosures_of': ['rights'],
  'base.forget_login': ['rights'],
  'base.end_due': ['rights'],
  'base.count_due': ['rights'],
  'base.make_parts': ['rights'],
  'base.end_parts': ['rights'],
  'base.held_people': ['rights'],
}

export function wantedFrom(policy: PolicyShape, maps: readonly AnyDataMap[]): Wanted {
  const purposes = Object.keys(policy.purposes) as PurposeName[]
  const pieces: Piece[] = [
    ...limitPieces(policy),
    applyMarker(maps),
    eraseRows(maps),
    countErasable(maps),
    forgetLogin(maps),
    heldPeople(maps),
    ...endDue(policy, maps),
    countDue(policy, maps),
    ...endParts(policy, maps),
  ]
  const grants: Grant[] = purposes.flatMap(entryGrants)
  for (const map of maps) {
    const own = wantedOf(map, policy, maps)
    pieces.push(...own.pieces)
    grants.push(...own.grants)
  }
  return { roles: purposes.map(roleOf), schemas: purposes, pieces, grants }
}

/** Of one table: its triggers, and for each purpose that uses it a view and grants. */
export function wantedOf(
  map: AnyDataMap,
  policy: PolicyShape,
  maps: readonly AnyDataMap[],
): Pick<Wanted, 'pieces' | 'grants'> {
  const pieces: Piece[] = map.rule.about === null ? [] : markerTrigger(map, maps, policy)
  const grants: Grant[] = []
  for (const purpose of purposesOf(map)) {
    const bit = policy.purposes[purpose]?.bit
    if (bit === undefined) continue
    const view = viewOf(map, purpose, bit)
    if (view) pieces.push(view)
    grants.push(...grantsOf(map, purpose, view !== null))
  }
  return { pieces, grants }
}

/** What the purposes alone decide: who is out of which, and when a consent ends. */
export function limitPieces(policy: PolicyShape): Piece[] {
  return [markerOf(policy), isLimited(policy), endConsents(policy)]
}

/** What a purpose may do before any table is named. */
export function entryGrants(purpose: PurposeName): Grant[] {
  const role = roleOf(purpose)
  return [
    { role, privilege: 'USAGE', on: 'schema', object: purpose },
    { role, privilege: 'USAGE', on: 'schema', object: 'base' },
    ...Object.entries(openFunctions)
      .filter(([, open]) => open === 'all' || open.includes(purpose))
      .map(([name]): Grant => ({ role, privilege: 'EXECUTE', on: 'function', object: name })),
  ]
}

function viewOf(map: AnyDataMap, purpose: PurposeName, bit: number): Piece | null {
  const columns = Object.entries(map.columns).flatMap(([name, column]) => {
    const seen = shown(name, column, useOf(map, column, purpose))
    return seen === null ? [] : [seen]
  })
  if (columns.length === 0) return null
  // Written with <>: the planner then takes it for true of nearly all rows, as it is. With `= 0` it expects one row in 200
  // and sorts whole tables instead of walking an index to the limit.
  const limited = map.rule.about === null ? '' : ` where (t.marker & ${2 ** bit}) <> ${2 ** bit}`
  return {
    kind: 'view',
    name: `${purpose}.${map.table}`,
    sql: `create view ${quote(purpose)}.${quote(map.table)} as select ${columns.join(', ')} from base.${quote(map.table)} t${limited}`,
  }
}

function shown(name: string, column: AnyColumn, use: Use | undefined): string | null {
  const plain = `t.${quote(name)}`
  if (use === undefined || use === 'blind') return null
  if (use === 'pseudonym') return `base.pseudonym(${plain}::text) as ${quote(name)}`
  if (use === 'nothing') return `null::${column.sql} as ${quote(name)}`
  if (use === 'truncated') return `${truncated(plain, column)} as ${quote(name)}`
  return plain
}

function truncated(plain: string, column: AnyColumn): string {
  if (column.sql === 'timestamptz') return `date_trunc('month', ${plain})`
  if (column.sql === 'date') return `date_trunc('year', ${plain})::date`
  if (column.sql === 'text') return `(left(${plain}, 1) || '…')`
  throw new Error(`a ${column.sql} cannot be truncated: text, timestamptz and date can`)
}

function grantsOf(map: AnyDataMap, purpose: PurposeName, hasView: boolean): Grant[] {
  const role = roleOf(purpose)
  const base = `base.${map.table}`
  const view = `${purpose}.${map.table}`
  const target = map.rule.throughView ? view : base
  const grants: Grant[] = hasView ? [{ role, privilege: 'SELECT', on: 'relation', object: view }] : []
  const columns = Object.entries(map.columns).map(([name, column]) => ({
    name,
    column,
    use: useOf(map, column, purpose),
  }))
  if (columns.some(({ use }) => use === 'pseudonym')) {
    // A function inside a view is called with the rights of whoever reads the view.
    grants.push({ role, privilege: 'EXECUTE', on: 'function', object: 'base.pseudonym' })
  }
  const inserts = columns.filter(
    ({ column, use }) => !column.options.generated && (use === 'write' || use === 'add' || use === 'blind'),
  )
  const updates = inserts.filter(
    ({ column, use }) => use !== 'add' && column.role !== 'key' && column.role !== 'account',
  )
  const removes = map.rule.removedBy?.includes(purpose) ?? false
  for (const { name } of inserts)
    grants.push({ role, privilege: 'INSERT', on: 'relation', object: target, column: name })
  for (const { name } of updates)
    grants.push({ role, privilege: 'UPDATE', on: 'relation', object: target, column: name })
  if (removes) grants.push({ role, privilege: 'DELETE', on: 'relation', object: target })
  if ((inserts.length > 0 || removes) && !map.rule.throughView) {
    // WHERE, RETURNING and ON CONFLICT read the base table: only columns that say nothing about a person by themselves,
    // or the whole point of masks and limits would be lost.
    for (const { name, column, use } of columns) {
      if (!column.options.category && use !== undefined && use !== 'blind') {
        grants.push({ role, privilege: 'SELECT', on: 'relation', object: base, column: name })
      }
    }
  }
  return grants
}
