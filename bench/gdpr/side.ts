/** What both sides of the comparison answer to, and how a request is said in SQL. */
import { newId } from '../../src/platform/database/id.ts'
import { endOf, type Field, lifetimeUntil, type Metadata } from './generate.ts'
import type { Asked, By, Workload } from './workload.ts'

export interface Side {
  /** Rows, or how many were changed, or whether something is gone. */
  run(workload: Workload, asked: Asked): Promise<Found>
  /** Ends what is past its lifetime. */
  expire(): Promise<void>
}

export type Found = readonly Row[] | number | boolean

/** Metadata without the data, or the data without the metadata. */
export interface Row {
  /** The key's number. */
  readonly k: number
  readonly data?: string
  readonly person_id?: string
  readonly pur?: number
  /** When its lifetime is over, in seconds since 1970. */
  readonly ends?: number
  readonly obj?: number
  readonly dec?: number
  readonly acl?: number
  readonly shr?: number
  readonly src?: number
  readonly cat?: number
}

/** All users are people of one client. */
export const accountId = newId()

export function personOf(user: number): string {
  return `0000000b-0000-7000-8000-${user.toString(16).padStart(12, '0')}`
}

export function userOf(personId: string): number {
  return Number.parseInt(personId.slice(24), 16)
}

export const metadataColumns =
  'k, person_id, pur, extract(epoch from expires_at)::integer as ends, obj, dec, acl, shr, src, cat'

export function columnOf(by: By): string {
  return { key: 'k', USR: 'person_id', TTL: 'expires_at' }[by as string] ?? by.toLowerCase()
}

export function soughtOf(by: By, value: number): string | number | Date {
  if (by === 'TTL') return endOf(value)
  return by === 'USR' ? personOf(value) : value
}

export function numbersOf(row: Row): Metadata {
  const { pur = -1, ends = -1, obj = -1, dec = -1, acl = -1, shr = -1, src = -1, cat = -1, person_id = '' } = row
  const [TTL, USR] = [lifetimeUntil(ends), userOf(person_id)]
  return { PUR: pur, TTL, USR, OBJ: obj, DEC: dec, ACL: acl, SHR: shr, SRC: src, CAT: cat }
}

/** What a metadata row says of a field; undefined of a row that carries the data instead. */
export function sayOf(row: Row, field: Field): number | undefined {
  return row.person_id === undefined ? undefined : numbersOf(row)[field]
}
