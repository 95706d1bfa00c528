/** Pages of what was saved again and again, newest first, by the number of the save. */
import { z } from 'zod'

/** Of a query: the save to go on below, as `next` said. */
export const belowRevision = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'what `next` said')
  .transform(Number)
  .optional()

/** Of rows asked for one beyond a page: the page, and below which save the next begins, null at the end. */
export function pageOfRevisions<Row>(rows: readonly Row[], most: number, revision: (row: Row) => number) {
  const page = rows.slice(0, most)
  return { page, next: rows.length > most ? String(revision(page.at(-1)!)) : null }
}
