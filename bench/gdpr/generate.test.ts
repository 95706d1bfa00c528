import { expect, it } from 'vitest'
import { dataOf, fieldNames, fnv, hashCode, metadataOf, rawSize, scrambled, seeded, wordsOf, zipf } from './generate.ts'

it('hashes as the published generator does', () => {
  expect([0n, 1n, 2n, 3n, 4n].map((value) => Number(fnv(value) % 100_000n))).toEqual([
    77211, 66620, 98393, 87802, 16769,
  ])
  expect(hashCode('42')).toBe(1662)
  expect(hashCode('42166242')).toBe(-983275043)
})

it('writes the published data', () => {
  expect(dataOf(42)).toMatch(/^42166242-98327504342/)
  for (const k of [0, 7, 42, 99_999]) expect(dataOf(k)).toHaveLength(100)
})

it('gives each record its metadata by its key', () => {
  expect(fieldNames.map((field) => wordsOf(field, metadataOf(12_345)[field]))).toEqual([
    'purpose20',
    '18000',
    'user2345',
    'obj45',
    'dec1',
    'acl5',
    'shr5',
    'src5',
    'cat5',
  ])
  const sizes = Array.from({ length: 100_000 }, (_, k) => rawSize(k))
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeCloseTo(154, 0)
})

it('draws by zipf: the two commonest as often as they should be, and the same from the same seed', () => {
  const random = seeded(1)
  const draws = Array.from({ length: 200_000 }, () => zipf(random))
  const share = (item: bigint) => draws.filter((one) => one === item).length / draws.length
  expect(share(0n)).toBeCloseTo(1 / 26.469, 2)
  expect(share(1n)).toBeCloseTo(0.5 ** 0.99 / 26.469, 2)
  expect(draws.every((one) => one >= 0n && one < 10_000_000_000n)).toBe(true)
  const again = seeded(1)
  expect(Array.from({ length: 100 }, () => zipf(again))).toEqual(draws.slice(0, 100))
})

it('scrambles keys over the whole space, and draws none that is not there', () => {
  const random = seeded(2)
  const keys = Array.from({ length: 20_000 }, () => scrambled(random, 1_001, (k) => k < 1_000))
  expect(Math.max(...keys)).toBeLessThan(1_000)
  expect(new Set(keys).size).toBeGreaterThan(900)
  // The commonest item of all lies where its hash puts it.
  const commonest = Number(fnv(0n) % 1_001n)
  const others = keys.filter((k) => k !== commonest).length / 999
  expect(keys.length - others * 999).toBeGreaterThan(others * 20)
})
