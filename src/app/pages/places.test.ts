import { expect, it } from 'vitest'
import type { StaffActor, StaffRole } from '../../privacy/operation/actor.ts'
import { mayEver } from '../../privacy/operation/permission.ts'
import { operations } from '../operations.ts'
import { openPlaces, staffPlaces } from './places.ts'

/** What the menu shows to somebody with this role alone, by the product's own operations. */
function placesOf(role: StaffRole) {
  const actor = { kind: 'staff', staffId: '', roles: [role], secondFactor: true } as unknown as StaffActor
  return openPlaces((name) => {
    const operation = operations.find((one) => one.name === name)
    if (!operation) throw new Error(`no operation is called ${name}`)
    return mayEver(operation.who, actor)
  })
}

it('the menu leads nobody to a place that would refuse them', () => {
  expect(placesOf('owner')).toHaveLength(14)
  expect(placesOf('technician')).not.toContain('/staff/letters')
  expect(placesOf('technician')).not.toContain('/staff/visits')
  expect(placesOf('technician')).not.toContain('/staff/backups')
  expect(placesOf('privacy')).not.toContain('/staff/orders')
  expect(placesOf('privacy')).not.toContain('/staff/access')
})

it('a phone has at its bottom the first places of the role', () => {
  const first = (role: StaffRole) =>
    staffPlaces(placesOf(role), 0)
      .slice(0, 4)
      .map(({ to }) => to)
  expect(first('technician')).toEqual(['/staff/inbox', '/staff/orders', '/staff/clients', '/staff/access'])
  expect(first('privacy')).toEqual(['/staff/inbox', '/staff/clients', '/staff/rights', '/staff/promises'])
})
