/** What counts as a sign of fraud, each with what was seen. Pure. Nothing here decides about anybody. */
export const signalKinds = [
  'throwaway_mail',
  'many_signups',
  'country_mismatch',
  'new_account_value',
  'many_links',
  'pasted_secret',
] as const
export type SignalKind = (typeof signalKinds)[number]

export interface Sign {
  readonly kind: SignalKind
  /** What was seen. Never a secret, a link or an address in full: it is shown and kept. */
  readonly detail: string
}

/** Domains that give addresses to anybody for a few minutes. Kept short and by hand: a sign, not a refusal. */
export const throwawayDomains: ReadonlySet<string> = new Set([
  '10minutemail.com',
  '10minutemail.net',
  '33mail.com',
  'burnermail.io',
  'discard.email',
  'dispostable.com',
  'emailondeck.com',
  'fakeinbox.com',
  'getairmail.com',
  'getnada.com',
  'grr.la',
  'guerrillamail.com',
  'guerrillamail.net',
  'guerrillamail.org',
  'guerrillamailblock.com',
  'inboxkitten.com',
  'mail-temp.com',
  'mail.tm',
  'mailcatch.com',
  'maildrop.cc',
  'mailinator.com',
  'mailnesia.com',
  'mailsac.com',
  'minuteinbox.com',
  'mintemail.com',
  'mohmal.com',
  'moakt.com',
  'mytemp.email',
  'sharklasers.com',
  'spam4.me',
  'spamgourmet.com',
  'temp-mail.io',
  'temp-mail.org',
  'tempail.com',
  'tempmail.com',
  'tempmail.dev',
  'tempmailo.com',
  'tempr.email',
  'throwawaymail.com',
  'trashmail.com',
  'trashmail.de',
  'yopmail.com',
  'yopmail.fr',
])

/** How many sign-ups from one network address within an hour are a sign. */
export const manySignups = 4
/** For how long an account is new. */
export const newFor = 7 * 86_400_000
/** How many times the middle price of what is offered an order of a new account must cost to be a sign. */
export const outOfProportion = 5

export function throwawayMail(email: string): Sign[] {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase()
  const parts = domain.split('.')
  const listed = parts.map((_, at) => parts.slice(at).join('.')).find((name) => throwawayDomains.has(name))
  return listed ? [{ kind: 'throwaway_mail', detail: listed }] : []
}

/** The country of a tax number by its prefix (ISO 3166, Greece as EL), null when it has none. */
export function countryOfTaxNumber(taxNumber: string): string | null {
  const prefix = /^\s*([A-Za-z]{2})[\s.-]?[0-9A-Za-z]{2,}/.exec(taxNumber)?.[1]?.toUpperCase()
  return prefix === 'EL' ? 'GR' : (prefix ?? null)
}

export function countryMismatch(country: string, taxNumber: string | undefined): Sign[] {
  const other = taxNumber ? countryOfTaxNumber(taxNumber) : null
  return other && other !== country ? [{ kind: 'country_mismatch', detail: `${country} / ${other}` }] : []
}

export function tooManySignups(count: number): Sign[] {
  return count >= manySignups ? [{ kind: 'many_signups', detail: String(count) }] : []
}

/** An order out of proportion to how new the account is. `middle`: the middle price of what is offered in that currency. */
export function newAccountValue(order: {
  readonly priceMinor: number
  readonly middleMinor: number
  readonly currency: string
  readonly accountAge: number
}): Sign[] {
  const { priceMinor, middleMinor, currency, accountAge } = order
  const large = middleMinor > 0 && priceMinor >= middleMinor * outOfProportion
  if (!large || accountAge >= newFor) return []
  return [{ kind: 'new_account_value', detail: `${(priceMinor / 100).toFixed(2)} ${currency}` }]
}

const link = /\bhttps?:\/\/[^\s<>"']+/gi
const secret =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bxox[abprs]-[A-Za-z0-9-]{10,}/

/** Links to many places, or somebody's keys, in what was written on an order form. */
export function patternsIn(texts: readonly string[]): Sign[] {
  const all = texts.join('\n')
  const hosts = new Set((all.match(link) ?? []).map((one) => hostOf(one)).filter((host) => host !== null))
  return [
    ...(hosts.size >= 4 ? [{ kind: 'many_links', detail: String(hosts.size) } as const] : []),
    ...(secret.test(all) ? [{ kind: 'pasted_secret', detail: '1' } as const] : []),
  ]
}

function hostOf(url: string): string | null {
  return URL.parse(url)?.hostname ?? null
}

/** A sign waits for somebody when nobody decided, or the person contested it after that. */
export function waits(row: { decision: string | null; decided_at: Date | null; contested_at: Date | null }): boolean {
  if (row.decision === null || row.decided_at === null) return true
  return row.contested_at !== null && row.contested_at > row.decided_at
}
