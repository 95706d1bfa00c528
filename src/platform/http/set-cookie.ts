/** What every cookie of ours says besides its name and value: for all our pages, for no script, and sent to no other site's form. */
export function cookieAttributes(secure: boolean): string[] {
  return ['Path=/', 'HttpOnly', 'SameSite=Lax', ...(secure ? ['Secure'] : [])]
}

/** A `Set-Cookie` line. `age` in seconds: 0 takes it from the browser; left out, it goes when the browser closes. */
export function cookieLine(name: string, value: string, secure: boolean, age?: number): string {
  return [`${name}=${value}`, ...cookieAttributes(secure), ...(age === undefined ? [] : [`Max-Age=${age}`])].join('; ')
}
