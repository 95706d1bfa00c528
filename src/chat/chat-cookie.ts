/** The cookie that brings a browser back to its conversation. Set only once somebody began one, never before. */
import { linkTokens } from '../identity/identity.facade.ts'
import { readCookies } from '../platform/http/read-cookie.ts'
import { cookieLine } from '../platform/http/set-cookie.ts'
import { isSetBy } from '../privacy/policy/cookie-act.ts'

export const chatCookie = 'zavor_chat'
const seconds = 7 * 24 * 3600

/**
 * The token of the conversation that this browser began; null when there is none, or what is there is no token of ours. Of two
 * that differ, one is not from here: nobody is to write into the conversation of whoever put it there.
 */
export function chatToken(headers: Headers): string | null {
  const [value = '', ...others] = new Set(readCookies(headers.get('cookie'), chatCookie))
  return others.length === 0 && linkTokens.readAccountToken(value) ? value : null
}

/** `Set-Cookie` lines: one, or none where the registry has none set by this act. */
export function chatCookies(token: string, secure: boolean): string[] {
  return isSetBy('chat', chatCookie) ? [cookieLine(chatCookie, token, secure, seconds)] : []
}

export function endedChat(secure: boolean): string {
  return cookieLine(chatCookie, '', secure, 0)
}
