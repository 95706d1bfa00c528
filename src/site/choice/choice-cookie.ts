/**
 * The cookie that keeps a visitor's choice. It holds what was chosen and when; a number only while a consent stands, so
 * that the proof of that consent can be found. Whoever refuses is not told apart from anybody else who did.
 */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { cookieLine } from '../../platform/http/set-cookie.ts'
import { isSetBy } from '../../privacy/policy/cookie-act.ts'
import type { CookieRule, PolicyShape } from '../../privacy/policy/shape.ts'
import { after } from '../../privacy/policy/shift.ts'
import { askedMark, askedPurposes } from './asked.ts'

export const choiceCookie = 'zavor_choice'
/** The optional cookies of each purpose, by the names of the registry. */
export const visitCookie = 'zavor_visit'

export interface Chosen {
  /** When it was chosen, to the day. */
  readonly on: Date
  /** Agreed to; empty: everything was refused. */
  readonly given: readonly PurposeName[]
  /** Under which the proof lies; null after a refusal. */
  readonly visitorId: string | null
  /** The browser said “do not track” at that moment: the choice is an answer to that too. */
  readonly despiteSignal: boolean
}

/**
 * The choice that stands now; null when there is none, it is too old, or something else was asked then.
 * @param value of the cookie, as the browser sends it
 */
export function readChosen(value: string | null, now: Date, shape: PolicyShape = policy): Chosen | null {
  const [, date = '', mark, signal, id, list = ''] =
    /^1\.(\d{8})\.([0-9a-f]{16})\.([sn])\.(-|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([a-z_-]{1,200})$/.exec(
      value ?? '',
    ) ?? []
  const on = new Date(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`)
  if (Number.isNaN(on.getTime()) || on > now || mark !== askedMark(shape)) return null
  const asked = askedPurposes(shape)
  const given = list.split('-').filter((name): name is PurposeName => asked.includes(name as PurposeName))
  const visitorId = id === '-' || id === undefined ? null : id
  if (given.length > 0 !== (visitorId !== null)) return null
  const until = after(on, given.length > 0 ? shape.consent.lasts : shape.consent.askAgainAfter)
  return now < until ? { on, given, visitorId, despiteSignal: signal === 's' } : null
}

/** The value of the cookie for a choice. */
export function writeChosen({ on, given, visitorId, despiteSignal }: Chosen, shape: PolicyShape = policy): string {
  const date = on.toISOString().slice(0, 10).replaceAll('-', '')
  return ['1', date, askedMark(shape), despiteSignal ? 's' : 'n', visitorId ?? '-', given.join('-') || '-'].join('.')
}

/**
 * `Set-Cookie` lines after a choice: it is kept for as long as it counts, the optional cookies are given for what was
 * agreed to, and taken from the browser for all else. None that the registry has set at another act.
 */
export function choiceCookies(chosen: Chosen, secure: boolean, shape: PolicyShape = policy): string[] {
  const { lasts, askAgainAfter } = shape.consent
  const kept = seconds(chosen.on, chosen.given.length > 0 ? lasts : askAgainAfter)
  /** No longer than the choice itself counts, nor than the registry says. */
  const lifeOf = (rule: CookieRule | undefined) => Math.min(kept, seconds(chosen.on, rule?.lasts ?? lasts))
  const optional = Object.entries(shape.cookies).filter(([, { kind }]) => kind === 'optional')
  return [
    ...(isSetBy('choice', choiceCookie, shape)
      ? [cookieLine(choiceCookie, writeChosen(chosen, shape), secure, lifeOf(shape.cookies[choiceCookie]))]
      : []),
    ...optional.map(([name, rule]) =>
      isSetBy('consent', name, shape) && chosen.visitorId !== null && chosen.given.includes(rule.purpose as PurposeName)
        ? cookieLine(name, chosen.visitorId, secure, lifeOf(rule))
        : cookieLine(name, '', secure, 0),
    ),
  ]
}

function seconds(from: Date, period: string): number {
  return Math.floor((after(from, period).getTime() - from.getTime()) / 1000)
}
