import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepsAnOwner, type StaffPlace, staffRoles } from './staff.rules.ts'

const when = fc.option(fc.constant(new Date(0)))
const staff: fc.Arbitrary<StaffPlace[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 9 }).map(String),
    roles: fc.subarray([...staffRoles], { minLength: 1 }),
    joined_at: when,
    ended_at: when,
  }),
  { selector: (place) => place.id, maxLength: 6 },
)

it('an owner who can sign in stays after every change that is allowed', () => {
  fc.assert(
    fc.property(
      staff,
      fc.integer({ min: 0, max: 9 }).map(String),
      fc.option(fc.subarray([...staffRoles])),
      (all, id, wanted) => {
        const owners = all
          .filter((place) => place.joined_at !== null && place.ended_at === null)
          .map((place) => (place.id === id ? (wanted ?? []) : place.roles))
          .filter((roles) => roles.includes('owner'))
        expect(keepsAnOwner(all, id, wanted)).toBe(owners.length > 0)
      },
    ),
  )
})
