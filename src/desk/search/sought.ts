import { searchQuery } from './search-query.ts'

/**
 * What the `q` of a list asks for: `query` null is all of it, else the texts that hold its words. Null: something was typed that
 * holds no word, and nothing can be found by it.
 */
export function soughtIn(q: string | undefined): { readonly query: string | null } | null {
  if (!q?.trim()) return { query: null }
  const query = searchQuery(q)
  return query === null ? null : { query }
}
