import { createHash } from 'node:crypto'

/** The id of one thing that the demonstration does: the same at every start, so that what was done is not done again. */
export function demoId(what: string): string {
  const hex = createHash('sha256').update(`zavor demonstration ${what}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
