/** The cookies of sign-in, by the names under which the policy's registry publishes them. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { readCookie } from '../../platform/http/read-cookie.ts'
import { cookieAttributes, cookieLine } from '../../platform/http/set-cookie.ts'
import { isSetBy } from '../../privacy/policy/cookie-act.ts'

export const cookieNames = {
  session: 'zavor_session',
  secondFactor: 'zavor_second_factor',
  passkey: 'zavor_passkey',
  language: 'zavor_language',
} as const

/** Those that the sign-in library may set. */
const published: ReadonlySet<string> = new Set([cookieNames.session, cookieNames.secondFactor, cookieNames.passkey])

/** A `Cookie` header that holds only the cookies named: what a step of sign-in must not see, it is not given. */
export function onlyCookies(header: string | null | undefined, ...names: readonly string[]): string {
  return names
    .flatMap((name) => {
      const value = readCookie(header, name)
      return value === null ? [] : [`${name}=${value}`]
    })
    .join('; ')
}

/**
 * The value inside a signed cookie (`value.signature`, HMAC-SHA256 in base64, URL-encoded); null when it is absent or
 * was not signed by us. So whoever can only read the database cannot make a session out of its row.
 */
export function signedValue(
  header: string | null | undefined,
  name: string,
  secrets: readonly string[],
): string | null {
  const raw = readCookie(header, name)
  if (raw === null || raw.length > 500) return null
  const text = decoded(raw)
  const at = text.lastIndexOf('.')
  if (at < 1) return null
  const value = text.slice(0, at)
  const given = Buffer.from(text.slice(at + 1))
  const isOurs = secrets.some((secret) => {
    const wanted = Buffer.from(createHmac('sha256', secret).update(value).digest('base64'))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  return isOurs ? value : null
}

export interface CookieWish {
  readonly secure: boolean
  /** Keep the session beyond the browser's own. */
  readonly keep: boolean
}

/**
 * The library's `Set-Cookie` lines as the browser gets them: only cookies that the registry publishes as set at sign-in, and
 * the session cookie without an age unless the person wished to stay signed in.
 */
export function publishedCookies(lines: readonly string[], wish: CookieWish): string[] {
  return lines.flatMap((line) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const name = pair.slice(0, pair.indexOf('='))
    if (!published.has(name)) return []
    const age = attributes.find((attribute) => /^max-age=/i.test(attribute))
    const ended = age !== undefined && /=0$/.test(age)
    if (!ended && !isSetBy('sign-in', name)) return []
    const aged = ended || name !== cookieNames.session || wish.keep
    return [[pair, ...cookieAttributes(wish.secure), ...(age && aged ? [age] : [])].join('; ')]
  })
}

/** `Set-Cookie` lines that end every cookie of sign-in, or the one named. */
export function endedCookies(secure: boolean, only?: string): string[] {
  return (only ? [only] : [...published]).map((name) => cookieLine(name, '', secure, 0))
}

/** `Set-Cookie` lines that remember a visitor's choice of language until the browser closes: one, or none where the registry has none. */
export function languageCookies(language: 'ro' | 'en', secure: boolean): string[] {
  if (!isSetBy('choice', cookieNames.language)) return []
  return [cookieLine(cookieNames.language, language, secure)]
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    return ''
  }
}
