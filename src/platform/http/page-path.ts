/** The path and query of the page that a request is about, also when the browser's router asks for its data only. */
export function pagePath(url: URL): string {
  const path = url.pathname.replace(/\/_root\.data$/, '/').replace(/\.data$/, '')
  const query = new URLSearchParams(url.search)
  query.delete('_routes')
  const words = query.toString()
  return words ? `${path}?${words}` : path
}
