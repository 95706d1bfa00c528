/** The cookie that brings a browser back to its conversation. Set only once somebody began one, never before. */
import { readCookie } from '../platform/http/read-cookie.ts'
import { isSetBy } from '../privacy/policy/cookie-act.ts'

export const chatCookie = 'zavor_chat'
const seconds = 7 * 24 * 3600

/** The token of the conversation that this browser began; null when there is none. */
export function chatToken(headers: Headers): string | null {
  return readCookie(headers.get('cookie'), chatCookie) || null
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
