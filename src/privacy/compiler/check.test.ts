/** What keeps the program from starting: rules that nothing would obey, or that would break the law. */
import { describe, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { maps } from '../../app/maps.ts'
import type { ColumnEnd } from '../map/column.ts'
import type { AnyDataMap, TableRule } from '../map/data-map.ts'
import type { CookieRule, PolicyShape } from '../policy/shape.ts'
import { checkMaps } from './check.ts'

const named = (table: string) => maps.find((map) => map.table === table) as AnyDataMap

function withRule(table: string, change: Partial<TableRule>): AnyDataMap[] {
  return maps.map((map) => (map.table === table ? { ...map, rule: { ...map.rule, ...change } } : map))
}

function withEnd(table: string, column: string, end: ColumnEnd): AnyDataMap[] {
  const { columns, ...rest } = named(table)
  const was = columns[column]
  if (!was) throw new Error(`${table} has no column ${column}`)
  const changed = { ...columns, [column]: { ...was, options: { ...was.options, end } } }
  return maps.map((map) => (map.table === table ? { ...rest, columns: changed } : map))
}

it('finds nothing wrong with what is', () => {
  expect(checkMaps(policy, maps)).toEqual([])
})

describe('a capacity', () => {
  it('is that of a processor only where something is said of a client’s people', () => {
    expect(checkMaps(policy, withRule('measure', { capacity: 'processor' }))).toEqual([
      "measure: belongs to no client, so it cannot be held as a client's processor",
      "measure: says nothing about people, so it cannot be held as a client's processor",
    ])
    expect(checkMaps(policy, withRule('ledger_entry', { capacity: 'processor' }))).toEqual([
      "ledger_entry: says nothing about people, so it cannot be held as a client's processor",
    ])
    expect(checkMaps(policy, withRule('note', { capacity: 'processor' }))).toEqual([])
  })
})

describe('a column that says how it ends', () => {
  it('is refused where its row goes whole, or never ends', () => {
    const idle = 'says how it ends, but nothing ever empties it in a row that stays'
    expect(checkMaps(policy, withEnd('invitation', 'token_hash', 'anonymise'))).toEqual([
      `invitation.token_hash: ${idle}`,
    ])
    expect(checkMaps(policy, withEnd('service', 'id', 'keep'))).toEqual([`service.id: ${idle}`])
  })

  it('is refused where the database computes it', () => {
    expect(checkMaps(policy, withEnd('message', 'search', 'anonymise'))).toEqual([
      'message.search: says how it ends, but the database computes it from what is left of its row',
    ])
  })

  it('may say it where an erasure or a period empties its row', () => {
    expect(checkMaps(policy, withEnd('message', 'created_at', 'anonymise'))).toEqual([])
    // No account: what empties it is the period of those who left the staff.
    expect(checkMaps(policy, withEnd('staff', 'joined_at', 'anonymise'))).toEqual([])
  })
})

describe('a cookie', () => {
  const changed = (name: 'zavor_visit' | 'zavor_language', change: Partial<CookieRule>): PolicyShape => ({
    ...policy,
    cookies: { ...policy.cookies, [name]: { ...policy.cookies[name], ...change } },
  })

  it('that is optional is set by a consent, and nothing else is', () => {
    for (const setBy of ['choice', 'sign-in'] as const) {
      expect(checkMaps(changed('zavor_visit', { setBy }), maps)).toEqual([
        `policy: the cookie zavor_visit is optional, so it cannot be set by ${setBy}: a consent sets what is optional`,
      ])
    }
    expect(checkMaps(changed('zavor_language', { setBy: 'consent' }), maps)).toEqual([
      'policy: the cookie zavor_language is necessary, so it cannot be set by consent: a consent sets what is optional',
    ])
  })

  it('that is optional says how long it lasts', () => {
    const { lasts: _, ...endless } = policy.cookies.zavor_visit
    const shape = { ...policy, cookies: { ...policy.cookies, zavor_visit: endless } }
    expect(checkMaps(shape, maps)).toEqual(['policy: the optional cookie zavor_visit does not say how long it lasts'])
  })
})
