import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isActive, keepsAnOwner, memberRoles, type Place } from './roles.rules.ts'

const when = fc.option(fc.constant(new Date(0)))
const places: fc.Arbitrary<Place[]> = fc.uniqueArray(
  fc.record({
    personId: fc.integer({ min: 0, max: 9 }).map(String),
    roles: fc.subarray([...memberRoles], { minLength: 1 }),
    joinedAt: when,
    endedAt: when,
  }),
  { selector: (place) => place.personId, maxLength: 6 },
)

describe('the last owner', () => {
  it('cannot be ended, nor lose the role', () => {
    const owner: Place = { personId: '1', roles: ['owner'], joinedAt: new Date(0), endedAt: null }
    const invited: Place = { personId: '2', roles: ['owner'], joinedAt: null, endedAt: null }
    expect(keepsAnOwner([owner, invited], '1', null)).toBe(false)
    expect(keepsAnOwner([owner, invited], '1', ['technical'])).toBe(false)
    expect(keepsAnOwner([owner, invited], '2', null)).toBe(true)
    expect(keepsAnOwner([owner, { ...invited, joinedAt: new Date(0) }], '1', null)).toBe(true)
  })

  it('is there after every change that is allowed', () => {
    fc.assert(
      fc.property(
        places,
        fc.integer({ min: 0, max: 9 }).map(String),
        fc.option(fc.subarray([...memberRoles])),
        (all, who, wanted) => {
          const after = all.flatMap((place) => {
            if (place.personId !== who) return [place]
            return wanted === null ? [{ ...place, endedAt: new Date(1) }] : [{ ...place, roles: wanted }]
          })
          const owners = after.filter((place) => isActive(place) && place.roles.includes('owner'))
          expect(keepsAnOwner(all, who, wanted)).toBe(owners.length > 0)
        },
      ),
    )
  })
})
