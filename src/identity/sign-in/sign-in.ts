/** What operations use of the sign-in library: `tools.signIn`. Nothing here decides who may do what. */

import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { TooMany, Unauthenticated } from '../../privacy/operation/errors.ts'
import { type Auth, type AuthParts, lockedSeconds, makeAuth } from './auth.ts'
import { cookieNames, endedCookies, onlyCookies, publishedCookies, signedValue } from './cookies.ts'
import { makeRates, type Rates } from './rates.ts'

export interface BrowserFacts {
  /** The `Cookie` header. */
  readonly cookie?: string | undefined
  /** The `User-Agent` header. */
  readonly userAgent?: string | undefined
}

export type SignInAnswer =
  | { readonly outcome: 'signed_in'; readonly sessionToken: string; readonly cookies: string[] }
  | { readonly outcome: 'second_factor'; readonly cookies: string[] }
  | { readonly outcome: 'wrong'; readonly cookies: string[] }

/** What a browser's passkey answered; the library checks its shape. */
type PasskeyAnswer = NonNullable<Parameters<Auth['api']['verifyPasskeyAuthentication']>[0]>['body']['response']

export interface SignIn {
  readonly rates: Rates
  /** The address of the desk, without a slash at the end. */
  readonly origin: string
  readonly name: string
  /** Checks e-mail and password; takes as long for an address that nobody has. */
  withPassword(given: { email: string; password: string; keep: boolean } & BrowserFacts): Promise<SignInAnswer>
  /** The second step: a code of the app or a recovery code, with the cookie of the first. */
  withCode(given: { code: string; kind: 'app' | 'recovery'; keep: boolean } & BrowserFacts): Promise<SignInAnswer>
  /** What a passkey is asked, with the cookie that remembers the question. */
  passkeyQuestion(given: BrowserFacts): Promise<{ question: unknown; cookies: string[] }>
  withPasskey(given: { answer: unknown; keep: boolean } & BrowserFacts): Promise<SignInAnswer>
  /** Making a passkey for the login that is signed in. */
  newPasskeyQuestion(given: BrowserFacts): Promise<{ question: unknown; cookies: string[] }>
  addPasskey(given: { answer: unknown; name: string } & BrowserFacts): Promise<boolean>
  hashPassword(password: string): Promise<string>
  matches(hash: string, password: string): Promise<boolean>
  /** Encrypts a second-factor secret with a key outside the database. */
  seal(plain: string): Promise<string>
  open(sealed: string): Promise<string>
  /** The session token in a request's cookies, if its signature holds. */
  sessionToken(cookie: string | null | undefined): string | null
  endedCookies(): string[]
  /** For a browser that still holds the cookie of a session that is over. */
  endedSession(): string[]
}

export function makeSignIn(parts: AuthParts): SignIn {
  const auth = makeAuth(parts)
  const secure = parts.origin.startsWith('https:')
  const cookiesOf = (answer: Response, keep: boolean) =>
    publishedCookies(answer.headers.getSetCookie(), { secure, keep })

  async function signInAnswer(answer: Response, keep: boolean): Promise<SignInAnswer> {
    if (answer.status >= 500) throw new Error(`sign-in answered ${answer.status}`)
    const cookies = cookiesOf(answer, keep)
    const body = (await answer.json()) as Record<string, unknown>
    if (answer.status === 429) throw new TooMany(lockedSeconds)
    // There is no first step any more: no code would be right.
    if (body.code === 'INVALID_TWO_FACTOR_COOKIE') return { outcome: 'wrong', cookies: endedCookies(secure) }
    if (!answer.ok) return { outcome: 'wrong', cookies }
    if (body.twoFactorRedirect === true) return { outcome: 'second_factor', cookies }
    const sessionToken = body.token ?? (body.session as { token?: unknown } | undefined)?.token
    if (typeof sessionToken !== 'string') throw new Error('sign-in gave no session')
    return { outcome: 'signed_in', sessionToken, cookies }
  }

  async function question(answer: Response) {
    if (answer.status === 401) throw new Unauthenticated()
    if (!answer.ok) throw new Error(`passkey question answered ${answer.status}`)
    return { question: (await answer.json()) as unknown, cookies: cookiesOf(answer, false) }
  }

  return {
    rates: makeRates(parts.db, parts.secrets[0]),
    origin: parts.origin,
    name: parts.name,
    async withPassword({ email, password, keep, userAgent }) {
      const answer = await auth.api.signInEmail({
        body: { email: email.toLowerCase(), password, rememberMe: true },
        headers: headersOf({ userAgent }),
        asResponse: true,
      })
      return signInAnswer(answer, keep)
    },
    async withCode({ code, kind, keep, ...browser }) {
      // Without this filter an older session's cookie would be taken for the one that the code completes.
      const headers = headersOf({ ...browser, cookie: onlyCookies(browser.cookie, cookieNames.secondFactor) })
      const verify = kind === 'app' ? auth.api.verifyTOTP : auth.api.verifyBackupCode
      return signInAnswer(await verify({ body: { code }, headers, asResponse: true }), keep)
    },
    async passkeyQuestion() {
      return question(await auth.api.generatePasskeyAuthenticationOptions({ headers: new Headers(), asResponse: true }))
    },
    async withPasskey({ answer, keep, ...browser }) {
      const headers = headersOf({ ...browser, cookie: onlyCookies(browser.cookie, cookieNames.passkey) })
      const body = { response: answer as PasskeyAnswer }
      return signInAnswer(await auth.api.verifyPasskeyAuthentication({ body, headers, asResponse: true }), keep)
    },
    async newPasskeyQuestion(browser) {
      const headers = headersOf(browser)
      return question(await auth.api.generatePasskeyRegistrationOptions({ headers, asResponse: true }))
    },
    async addPasskey({ answer, name, ...browser }) {
      const headers = headersOf(browser)
      const made = await auth.api.verifyPasskeyRegistration({
        body: { response: answer, name },
        headers,
        asResponse: true,
      })
      return made.ok
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    matches: async (hash, password) => (await auth.$context).password.verify({ hash, password }),
    seal: async (plain) => symmetricEncrypt({ key: await secretOf(auth), data: plain }),
    open: async (sealed) => symmetricDecrypt({ key: await secretOf(auth), data: sealed }),
    sessionToken: (cookie) => signedValue(cookie, cookieNames.session, parts.secrets),
    endedCookies: () => endedCookies(secure),
    endedSession: () => endedCookies(secure, cookieNames.session),
  }
}

async function secretOf(auth: Auth) {
  return (await auth.$context).secretConfig
}

function headersOf({ cookie, userAgent }: BrowserFacts): Headers {
  const headers = new Headers()
  if (cookie) headers.set('cookie', cookie)
  if (userAgent) headers.set('user-agent', userAgent.slice(0, 300))
  return headers
}

declare module '../../privacy/operation/tools.ts' {
  interface Tools {
    readonly signIn: SignIn
  }
}
