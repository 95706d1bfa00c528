/** From a request of the public pages to a choice on record, and to the cookies that keep it. */
import { loggablePath } from '../../platform/http/loggable-path.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { type Chosen, choiceCookies } from './choice-cookie.ts'
import type { chooseCookies } from './choose.ts'
import type { Signal, VisitorState } from './visitor-state.ts'

const methods = ['accept', 'reject', 'save', 'withdraw'] as const

export interface Choice {
  readonly method: (typeof methods)[number] | Signal
  readonly surface: 'bar' | 'cookie page' | 'footer' | 'signal'
  /** The page on which it was made, with or without query. */
  readonly page: string
  readonly ticked?: readonly string[]
  readonly asked?: string
  readonly before: Chosen | null
  /** The browser refuses by itself now. */
  readonly signal: Signal | null
}

/** The choice in a form that was sent from `page`; null when none of its buttons was pressed. */
export function choiceIn(form: FormData, state: VisitorState, page: string): Choice | null {
  const method = methods.find((one) => one === form.get('choice'))
  if (!method) return null
  const asked = form.get('asked')
  return {
    method,
    page,
    surface: (['bar', 'footer'] as const).find((one) => one === form.get('surface')) ?? 'cookie page',
    before: state.kind === 'chosen' ? state.chosen : state.kind === 'signal' ? state.before : null,
    signal: state.kind === 'open' ? null : state.signal,
    ...(typeof asked === 'string' ? { asked } : {}),
    ...(method === 'save' ? { ticked: form.getAll('given').filter((one) => typeof one === 'string') } : {}),
  }
}

/**
 * Puts a choice on record, and answers the `Set-Cookie` lines that keep it. Links that open something never get on record.
 * @throws what `visitor.choose` throws
 */
export async function recordChoice({ call, locale, origin }: Visit, choice: Choice, now: Date): Promise<string[]> {
  const { method, surface, page, ticked, asked, before, signal } = choice
  const { visitorId, given } = await call<typeof chooseCookies>('visitor.choose', {
    method,
    surface,
    language: locale,
    path: loggablePath(page.split(/[?#]/)[0] ?? '/').slice(0, 500),
    ...(ticked ? { given: ticked as [] } : {}),
    ...(asked ? { asked } : {}),
    ...(before?.visitorId ? { before: { visitorId: before.visitorId, given: [...before.given] } } : {}),
  })
  return choiceCookies({ on: now, given, visitorId, despiteSignal: signal !== null }, origin.startsWith('https:'))
}

/**
 * A browser that refuses by itself is taken at its word, once. It is refused everything optional whether or not that
 * could be put on record.
 */
export async function recordSignal(visit: Visit, signal: Signal, before: Chosen | null, now: Date): Promise<string[]> {
  const choice = { method: signal, surface: 'signal', page: visit.path, before, signal } as const
  return recordChoice(visit, choice, now).catch(() => [])
}
