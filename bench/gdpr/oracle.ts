/** What the right answer is: the same records in memory, told apart from any database. */
import { dataOf, type Field, fieldNames, type Metadata, metadataOf } from './generate.ts'
import type { Asked, By } from './workload.ts'

/** Rows as "key|values", in order; or how many rows were changed; or whether something is gone. */
export type Answer = readonly string[] | number | boolean

interface Held {
  readonly metadata: Metadata
  data: string
}

export class Oracle {
  readonly #records = new Map<number, Held>()
  /** By field and value, the keys that have it. */
  readonly #having = new Map<Field, Map<number, Set<number>>>(fieldNames.map((field) => [field, new Map()]))

  constructor(records: number) {
    for (let k = 0; k < records; k++) this.#add(k)
  }

  /** The lifetime of 30 seconds is over. */
  expire(): number {
    const gone = this.#keys('TTL', 0)
    for (const k of gone) this.#remove(k)
    return gone.length
  }

  answer(asked: Asked): Answer {
    switch (asked.do) {
      case 'create':
        this.#add(asked.k)
        return 1
      case 'readData':
        return this.#keys(asked.by, asked.value).map((k) => `key${k}|${this.#records.get(k)?.data}`)
      case 'readMetadata':
        return this.#keys(asked.by, asked.value).map((k) => `key${k}|${metadataLine(this.#records.get(k)?.metadata)}`)
      case 'updateData': {
        const held = this.#records.get(asked.k)
        if (held) held.data = dataOf(asked.from)
        return held ? 1 : 0
      }
      case 'updateMetadata': {
        const keys = this.#keys(asked.by, asked.value)
        for (const k of keys) this.#set(k, asked.set, asked.to)
        return keys.length
      }
      case 'delete': {
        const keys = this.#keys(asked.by, asked.value)
        for (const k of keys) this.#remove(k)
        return keys.length
      }
      case 'logs':
        return asked.lines
      case 'verifyDeletion':
        return !this.#records.has(asked.k)
    }
  }

  #keys(by: By, value: number): number[] {
    if (by === 'key') return this.#records.has(value) ? [value] : []
    return [...(this.#having.get(by)?.get(value) ?? [])].sort((a, b) => a - b)
  }

  #add(k: number): void {
    const metadata = metadataOf(k)
    this.#records.set(k, { metadata, data: dataOf(k) })
    for (const field of fieldNames) this.#index(field, metadata[field]).add(k)
  }

  #remove(k: number): void {
    const held = this.#records.get(k)
    for (const field of fieldNames) if (held) this.#index(field, held.metadata[field]).delete(k)
    this.#records.delete(k)
  }

  #set(k: number, field: Field, to: number): void {
    const held = this.#records.get(k)
    if (!held) return
    this.#index(field, held.metadata[field]).delete(k)
    held.metadata[field] = to
    this.#index(field, to).add(k)
  }

  #index(field: Field, value: number): Set<number> {
    const values = this.#having.get(field) as Map<number, Set<number>>
    const found = values.get(value) ?? new Set()
    values.set(value, found)
    return found
  }
}

export function metadataLine(metadata: Metadata | undefined): string {
  return fieldNames.map((field) => metadata?.[field]).join(' ')
}
