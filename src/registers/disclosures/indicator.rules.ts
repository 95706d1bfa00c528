/** Signs of spam and malware as they may be passed on (P24): machines, domains, links, hashes of files. Pure. */
import { isIP } from 'node:net'

export type IndicatorKind = 'address' | 'domain' | 'link' | 'hash'

const domain = /^(?=.{4,253}$)([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{2,59})$/i
const hash = /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i

/**
 * What kind of sign a text is; null for what may not be passed on: whatever could name a person, such as an address of
 * e-mail, a telephone number, words, or a link with parameters, a user name or an address of e-mail in it.
 */
export function indicatorKind(text: string): IndicatorKind | null {
  if (isIP(text)) return 'address'
  if (hash.test(text)) return 'hash'
  if (domain.test(text)) return 'domain'
  return isPlainLink(text) ? 'link' : null
}

function isPlainLink(text: string): boolean {
  if (!/^https?:\/\/[^\s]{1,500}$/i.test(text) || !URL.canParse(text)) return false
  const { username, password, search, hash: fragment, hostname } = new URL(text)
  if (username || password || search || fragment || /[?#]/.test(text)) return false
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return (isIP(host) > 0 || domain.test(host)) && !holdsPerson(text)
}

/** An at sign, however it is written, or digits as long as a telephone's or a personal number. */
function holdsPerson(link: string): boolean {
  let plain = link
  for (let turn = 0; turn < 3; turn++) plain = decoded(plain)
  return plain.includes('@') || /\d{9,}/.test(plain.replace(/^https?:\/\/[^/]+/i, ''))
}

function decoded(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
