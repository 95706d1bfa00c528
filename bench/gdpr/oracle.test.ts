import { expect, it } from 'vitest'
import { dataOf, fieldNames, metadataOf } from './generate.ts'
import { metadataLine, Oracle } from './oracle.ts'
import { profiles, requests, shapes, workloads } from './workload.ts'

it('answers from what was created, changed, deleted and has ended', () => {
  const oracle = new Oracle(100)
  expect(oracle.expire()).toBe(10)
  expect(oracle.answer({ do: 'verifyDeletion', k: 10 })).toBe(true)
  expect(oracle.answer({ do: 'readData', by: 'key', value: 7 })).toEqual([`key7|${dataOf(7)}`])
  expect(oracle.answer({ do: 'updateMetadata', by: 'PUR', value: 7, set: 'SHR', to: 3 })).toBe(4)
  const changed = { ...metadataOf(32), SHR: 3 }
  expect(oracle.answer({ do: 'readMetadata', by: 'key', value: 32 })).toEqual([`key32|${metadataLine(changed)}`])
  expect(oracle.answer({ do: 'updateData', k: 7, from: 8 })).toBe(1)
  expect(oracle.answer({ do: 'readData', by: 'USR', value: 7 })).toEqual([`key7|${dataOf(8)}`])
  expect(oracle.answer({ do: 'delete', by: 'SHR', value: 3 })).toBe(14)
  expect(oracle.answer({ do: 'readData', by: 'key', value: 7 })).toEqual([])
  expect(oracle.answer({ do: 'create', k: 100 })).toBe(1)
  expect(oracle.answer({ do: 'verifyDeletion', k: 100 })).toBe(false)
})

it('draws each workload by its shares, always the same', () => {
  for (const profile of profiles) {
    for (const workload of workloads) {
      const { mix } = shapes[profile][workload]
      expect(mix.reduce((sum, [, , share]) => sum + share, 0)).toBe(100)
      const all = requests(profile, workload, 1_000, 5_000)
      expect(requests(profile, workload, 1_000, 5_000)).toEqual(all)
      for (const act of new Set(mix.map(([one]) => one))) {
        const share = mix.filter(([one]) => one === act).reduce((sum, [, , part]) => sum + part, 0)
        expect(all.filter((one) => one.do === act).length / 50).toBeCloseTo(share, -1)
      }
      for (const one of all) {
        if (one.do === 'updateMetadata')
          expect([fieldNames[0], 'TTL 0']).not.toContain(one.set === 'TTL' ? `TTL ${one.to}` : one.set)
      }
    }
  }
})
