/** One value changed in memory. The objects are those that the program itself uses, so whatever reads them reads the change. */

export interface Mutant {
  /** Where and what: "ticket.subject: uses support write -> none". */
  readonly name: string
  /** The class of value: "column uses", "policy retention period". */
  readonly kind: string
  /** The table whose map changes; null: the policy. */
  readonly table: string | null
  /** Changes the value, and answers how to put it back. */
  apply(): () => void
}

export type Plain = Record<string, unknown>

/** Sets one property and answers how to put it back. Objects are shared between places, so each change replaces, and never edits, what it finds. */
export function put(holder: object, key: string, value: unknown): () => void {
  const had = key in holder
  const before = (holder as Plain)[key]
  if (value === undefined) delete (holder as Plain)[key]
  else (holder as Plain)[key] = value
  return () => {
    if (had) (holder as Plain)[key] = before
    else delete (holder as Plain)[key]
  }
}

export function said(value: unknown): string {
  return value === undefined ? 'none' : typeof value === 'string' ? value : JSON.stringify(value)
}

export function others<T>(all: readonly T[], now: unknown): T[] {
  return all.filter((one) => JSON.stringify(one) !== JSON.stringify(now))
}

export function without<T>(list: readonly T[], one: T): T[] {
  return list.filter((other) => other !== one)
}

export function withoutKey(object: Plain, key: string): Plain {
  const { [key]: _, ...left } = object
  return left
}
