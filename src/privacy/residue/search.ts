/** Looks for many texts in one passage over the bytes, however many they are. */
import type { Form } from './needles.ts'

/** Answers the forms that occur in the bytes. */
export type Search = (bytes: Buffer) => Form[]

/** Every form begins with at least this many bytes, by which it is first recognised. */
const head = 4
const buckets = 1 << 16

/** @throws RangeError for a form shorter than four bytes */
export function searchFor(forms: readonly Form[]): Search {
  const byHead = new Map<number, Form[]>()
  const mayBegin = new Uint8Array(buckets)
  for (const form of forms) {
    if (form.bytes.length < head) throw new RangeError(`the form ${form.form} is too short`)
    const first = form.bytes.readUInt32LE(0)
    byHead.set(first, [...(byHead.get(first) ?? []), form])
    mayBegin[bucketOf(first)] = 1
  }
  return (bytes) => {
    const found = new Set<Form>()
    let window = bytes.length < head ? 0 : bytes.readUInt32LE(0)
    for (let at = 0; at + head <= bytes.length; at++) {
      if (at > 0) window = (window >>> 8) | ((bytes[at + head - 1] as number) << 24)
      if (mayBegin[bucketOf(window)] === 0) continue
      for (const form of byHead.get(window >>> 0) ?? []) {
        if (bytes.compare(form.bytes, 0, form.bytes.length, at, Math.min(at + form.bytes.length, bytes.length)) === 0)
          found.add(form)
      }
    }
    return [...found]
  }
}

/** Multiplicative hashing (Knuth): the upper bits depend on all of the lower ones. */
function bucketOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> 16
}
