import { fold } from './fold.ts'

export const mostWords = 8
const longestWord = 64

/**
 * What was typed into the search, as a text search query: every word must be there, the last one may be just begun.
 * Holds letters, digits and the operators made here, so it is safe to be written into a statement. Null: no word.
 */
export function searchQuery(typed: string): string | null {
  const words = (fold(typed).match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord))
  if (words.length === 0) return null
  const last = words.length - 1
  return words.map((word, at) => (at === last && word.length > 1 ? `'${word}':*` : `'${word}'`)).join(' & ')
}

/** A ticket's number as people type it: "1042" or "#1042". Null when it is none. */
export function numberIn(typed: string): number | null {
  const found = /^\s*#?(\d{1,9})\s*$/.exec(typed)
  return found ? Number(found[1]) : null
}
