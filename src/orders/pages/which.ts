/** Which orders a list shows, from its address. */
export function whichOf(search: URLSearchParams): 'open' | 'over' {
  return search.get('which') === 'over' ? 'over' : 'open'
}
