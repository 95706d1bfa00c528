/** Pages of a list by key: where the page before ended, as a time and an id. */
import { z } from 'zod'

export interface PageKey {
  readonly at: Date
  readonly id: string
}

const shape = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** The key as one text, for addresses and for the API: milliseconds and id, parted by a dot. */
export function pageKeyText({ at, id }: PageKey): string {
  return `${at.getTime()}.${id}`
}

/** The input field of an operation that answers page by page: what `next` of the page before said. */
export const pageKey = z
  .string()
  .max(60)
  .regex(shape, 'what `next` said')
  .transform((text): PageKey => {
    const [at = '', id = ''] = text.split('.')
    return { at: new Date(Number(at)), id }
  })

/** Cuts a list that was read one row too long to its page, and says where the next one starts. */
export function onePage<Row>(rows: readonly Row[], size: number, keyOf: (row: Row) => PageKey) {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { page, next: rows.length > size && last !== undefined ? pageKeyText(keyOf(last)) : null }
}
