/** The cookie that brings a browser back to its conversation. Set only once somebody began one, never before. */
import { linkTokens } from '../identity/identity.facade.ts'
import { readCookie } from '../platform/http/read-cookie.ts'
import { isSetBy } from '../privacy/policy/cookie-act.ts'

export const chatCookie = 'zavor_chat'
const seconds = 7 * 24 * 3600

/** The token of the conversation that this browser began; null when there is none, or what is there is no token of ours. */
export function chatToken(headers: Headers): string | null {
  const value = readCookie(headers.get('cookie'), chatCookie) ?? ''
  return linkTokens.readAccountToken(value) ? value : null
}

/** `Set-Cookie` lines: one, or none where the registry has none set by this act. */
export function chatCookies(token: string, secure: boolean): string[] {
  return isSetBy('chat', chatCookie) ? [line(token, seconds, secure)] : []
}

export function endedChat(secure: boolean): string {
  return line('', 0, secure)
}

function line(value: string, age: number, secure: boolean): string {
  return `${chatCookie}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}; Max-Age=${age}`
}
