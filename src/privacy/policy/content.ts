/** A policy as it can be frozen: its words in both languages and its machine half, and the hash of all three. */
import { createHash } from 'node:crypto'
import type { MachineHalf } from './machine-half.ts'

export interface PolicyContent {
  readonly machine: MachineHalf
  readonly ro: string
  readonly en: string
}

/** The same for the same content, whatever the order in which a database gives the keys of an object back. */
export function contentHash({ machine, ro, en }: PolicyContent): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder({ machine, ro, en })))
    .digest('hex')
}

/** JSON whose text is the same for the same value: a database gives the keys of an object back in an order of its own. */
export function canonical(value: unknown): string {
  return JSON.stringify(inOrder(value))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]))
}
