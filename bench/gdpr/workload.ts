/** The four workloads in both profiles: what the paper says, and what the repository's last files say. */
import { type Field, fieldNames, fields, metadataOf, type Random, scrambled, seeded } from './generate.ts'

export type Workload = 'controller' | 'customer' | 'processor' | 'regulator'
export type Profile = 'paper' | 'head'
export const workloads: readonly Workload[] = ['controller', 'customer', 'processor', 'regulator']
export const profiles: readonly Profile[] = ['paper', 'head']

export type By = 'key' | Field

/** What is asked of either side. `value`: that which the field must have; of `key` the key's number. */
export type Asked =
  | { readonly do: 'create'; readonly k: number }
  | { readonly do: 'readData' | 'readMetadata' | 'delete'; readonly by: By; readonly value: number }
  | { readonly do: 'updateData'; readonly k: number; readonly from: number }
  | {
      readonly do: 'updateMetadata'
      readonly by: By
      readonly value: number
      readonly set: Field
      readonly to: number
    }
  | { readonly do: 'logs'; readonly lines: number }
  | { readonly do: 'verifyDeletion'; readonly k: number }

type Act =
  | 'create'
  | 'readData'
  | 'readMetadata'
  | 'updateData'
  | 'updateMetadata'
  | 'delete'
  | 'logs'
  | 'verifyDeletion'
/** An act, by which fields (drawn evenly), and its share in per cent. */
type Mix = readonly (readonly [act: Act, by: readonly By[], share: number])[]

interface Shape {
  readonly draws: 'uniform' | 'zipf'
  readonly mix: Mix
  /** Where a single act draws otherwise. */
  readonly otherwise?: Readonly<Partial<Record<By, 'uniform' | 'zipf'>>>
}

const regulator: Shape = {
  draws: 'zipf',
  mix: [
    ['readMetadata', ['USR'], 46],
    ['logs', ['key'], 34],
    ['verifyDeletion', ['key'], 20],
  ],
}

export const shapes: Readonly<Record<Profile, Readonly<Record<Workload, Shape>>>> = {
  paper: {
    controller: {
      draws: 'uniform',
      mix: [
        ['create', ['key'], 25],
        ['delete', ['PUR', 'TTL', 'USR'], 25],
        ['updateMetadata', ['PUR', 'USR', 'SHR'], 50],
      ],
    },
    customer: {
      draws: 'zipf',
      mix: [
        ['readData', ['USR'], 20],
        ['readMetadata', ['key'], 20],
        ['updateData', ['key'], 20],
        ['updateMetadata', ['key'], 20],
        ['delete', ['key'], 20],
      ],
    },
    processor: {
      draws: 'uniform',
      mix: [
        ['readData', ['key'], 80],
        ['readData', ['PUR', 'OBJ', 'DEC'], 20],
      ],
      otherwise: { key: 'zipf' },
    },
    regulator,
  },
  head: {
    controller: {
      draws: 'uniform',
      mix: [
        ['create', ['key'], 25],
        ['delete', ['key'], 25],
        ['updateMetadata', ['PUR'], 25],
        ['updateMetadata', ['USR'], 25],
      ],
    },
    customer: {
      draws: 'zipf',
      mix: [
        ['readData', ['key'], 20],
        ['readMetadata', ['PUR'], 10],
        ['readMetadata', ['USR'], 10],
        ['updateData', ['key'], 20],
        ['updateMetadata', ['PUR'], 10],
        ['updateMetadata', ['USR'], 10],
        ['delete', ['key'], 20],
      ],
    },
    processor: {
      draws: 'uniform',
      mix: [
        ['readData', ['key'], 20],
        ['readMetadata', ['PUR'], 40],
        ['readMetadata', ['USR'], 40],
      ],
    },
    regulator,
  },
}

/**
 * So many requests, the same for the same seed. A lifetime of 30 seconds is never set: what ends while the others are
 * measured would end sooner or later as the machine is slow or fast, and no oracle could tell the right answer.
 */
export function requests(profile: Profile, workload: Workload, records: number, operations: number): Asked[] {
  const { mix, draws, otherwise } = shapes[profile][workload]
  const random = seeded(profiles.indexOf(profile) * 10 + workloads.indexOf(workload) + 1)
  const created = mix.filter(([act]) => act === 'create').reduce((sum, [, , share]) => sum + share, 0) / 100
  const space = records + 1 + Math.floor(2 * operations * created)
  let inserted = records
  const isThere = (k: number) => k < inserted
  return Array.from({ length: operations }, (): Asked => {
    const [act, bys] = drawn(mix, random)
    if (act === 'create') return { do: 'create', k: inserted++ }
    if (act === 'logs') return { do: 'logs', lines: 1 + Math.floor(random() * 1_000) }
    const by = bys[Math.floor(random() * bys.length)] ?? 'key'
    const how = otherwise?.[by] ?? draws
    const k = how === 'zipf' ? scrambled(random, space, isThere) : Math.floor(random() * records)
    const value = by === 'key' ? k : metadataOf(k)[by]
    if (act === 'verifyDeletion') return { do: act, k }
    if (act === 'updateData') return { do: act, k, from: Math.floor(random() * records) }
    if (act !== 'updateMetadata') return { do: act, by, value }
    const set = fieldNames[1 + Math.floor(random() * 8)] ?? 'CAT'
    const first = set === 'TTL' ? 1 : 0
    const to = first + Math.floor(random() * (fields[set].count - first))
    return { do: act, by, value, set, to }
  })
}

function drawn(mix: Mix, random: Random): Mix[number] {
  let left = random() * 100
  for (const one of mix) {
    left -= one[2]
    if (left < 0) return one
  }
  return mix[0] as Mix[number]
}
