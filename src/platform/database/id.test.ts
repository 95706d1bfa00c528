import { validate, version } from 'uuid'
import { expect, test } from 'vitest'
import { newId } from './id.ts'

test('ids are UUIDs of version 7, each later than the last, over many fetches of random bytes', () => {
  const ids = Array.from({ length: 20_000 }, () => newId())
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids.map((id) => id.slice(24))).size).toBeGreaterThan(19_900)
})
