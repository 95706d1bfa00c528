/** The raw value of a cookie in a `Cookie` header; null when there is none. */
export function readCookie(header: string | null | undefined, name: string): string | null {
  return readCookies(header, name)[0] ?? null
}

/** All of that name: a browser sends several where another server of the domain has set one too. */
export function readCookies(header: string | null | undefined, name: string): string[] {
  return (header ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=')
    return at > 0 && part.slice(0, at).trim() === name ? [part.slice(at + 1).trim()] : []
  })
}
