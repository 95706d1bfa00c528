import { describe, expect, it } from 'vitest'
import { brokenRules } from './import-rules.ts'

const packages = new Set(['kysely', '@types/mdast'])
const broken = (from: string, to: string, more: { typeOnly?: boolean; external?: boolean } = {}) =>
  brokenRules([{ from, to, typeOnly: more.typeOnly ?? false, external: more.external ?? false }], packages).length > 0

describe('the import rules', () => {
  it.each([
    ['src/platform/http/visit.ts', 'src/desk/ticket.rules.ts'],
    ['src/ui/text/when.tsx', 'src/app/desk.ts'],
    ['src/platform/http/visit.ts', 'src/privacy/operation/errors.ts'],
    ['src/privacy/operation/runner.ts', 'src/desk/ticket.data.ts'],
    ['src/orders/order/accept.ts', 'src/desk/ticket.queries.ts'],
    ['src/orders/order/accept.ts', 'src/app/desk.ts'],
    ['src/desk/pages/ticket.tsx', 'src/desk/ticket.queries.ts'],
    ['src/desk/pages/ticket.tsx', 'src/privacy/operation/errors.ts'],
  ])('refuse %s → %s', (from, to) => expect(broken(from, to)).toBe(true))

  it.each([
    ['src/orders/order/accept.ts', 'src/desk/desk.facade.ts'],
    ['src/orders/order.maps.ts', 'src/desk/ticket.data.ts'],
    ['src/app/desk.ts', 'src/desk/ticket.operations.ts'],
  ])('allow %s → %s', (from, to) => expect(broken(from, to)).toBe(false))

  it('let types through where only running code would do harm', () => {
    expect(broken('src/platform/http/visit.ts', 'src/privacy/operation/actor.ts', { typeOnly: true })).toBe(false)
    expect(broken('src/desk/pages/ticket.tsx', 'src/orders/list-orders.ts', { typeOnly: true })).toBe(false)
  })
  it('know packages by package.json', () => {
    expect(broken('src/a/b.ts', 'left-pad', { external: true })).toBe(true)
    expect(broken('src/a/b.ts', 'kysely', { external: true })).toBe(false)
    expect(broken('src/a/b.ts', 'mdast', { external: true, typeOnly: true })).toBe(false)
  })
  it('find a circle of what runs, but not one of types', () => {
    const link = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly, external: false })
    expect(brokenRules([link('src/a/x.ts', 'src/a/y.ts'), link('src/a/y.ts', 'src/a/x.ts')], packages)).toHaveLength(1)
    expect(brokenRules([link('src/a/x.ts', 'src/a/y.ts'), link('src/a/y.ts', 'src/a/x.ts', true)], packages)).toEqual(
      [],
    )
  })
})
