import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import { type Chosen, choiceCookies, readChosen, writeChosen } from './choice-cookie.ts'
import { visitorState } from './visitor-state.ts'

const number = '5d0e6f0c-8a51-4b2f-9b58-2f6f4c1d7e90'
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const agreed: Chosen = { on: day('2026-11-26'), given: ['visits'], visitorId: number, despiteSignal: false }
const refused: Chosen = { on: day('2026-11-26'), given: [], visitorId: null, despiteSignal: false }

describe('the cookie of a choice', () => {
  it('gives back what was chosen, and holds no number after a refusal', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 150 }), (agrees, despiteSignal, days) => {
        const chosen = { ...(agrees ? agreed : refused), despiteSignal }
        const now = new Date(chosen.on.getTime() + days * 86_400_000 + 1)
        expect(readChosen(writeChosen(chosen), now)).toEqual(chosen)
      }),
    )
    expect(writeChosen(refused)).not.toMatch(/[0-9a-f]{8}-/)
    expect(writeChosen(refused)).toBe(writeChosen({ ...refused, on: new Date('2026-11-26T23:59:59Z') }))
  })

  it.each([
    ['a consent', agreed, '2027-11-25', '2027-11-26'],
    ['a refusal', refused, '2027-05-25', '2027-05-26'],
  ])('%s counts for as long as the policy says and no longer', (_, chosen, still, over) => {
    expect(readChosen(writeChosen(chosen), day(still))).toEqual(chosen)
    expect(readChosen(writeChosen(chosen), day(over))).toBeNull()
  })

  it('a change of what is asked ends it: other words, one more cookie, one more purpose', () => {
    const { visits, updates } = policy.purposes
    const { zavor_visit: cookie } = policy.cookies
    const changes: Partial<PolicyShape>[] = [
      { purposes: { ...policy.purposes, visits: { ...visits, reason: { ...visits.reason, ro: 'Altceva.' } } } },
      { purposes: { ...policy.purposes, visits: { ...visits, recipients: ['hosting'] } } },
      { cookies: { ...policy.cookies, another: cookie } },
      { cookies: { ...policy.cookies, news: { ...cookie, purpose: 'updates' } } },
      { cookies: { ...policy.cookies, zavor_visit: { ...cookie, life: { ro: 'un an', en: 'a year' } } } },
    ]
    for (const change of changes) {
      for (const chosen of [agreed, refused]) {
        expect(readChosen(writeChosen(chosen), day('2026-12-01'), { ...policy, ...change })).toBeNull()
      }
    }
    const reworded = { ...policy, purposes: { ...policy.purposes, updates: { ...updates, reason: visits.reason } } }
    expect(readChosen(writeChosen(agreed), day('2026-12-01'), reworded)).toEqual(agreed)
  })

  it('takes nothing that we did not write: broken, from the future, a consent without its number', () => {
    const now = day('2026-12-01')
    const good = writeChosen(agreed)
    const broken = [
      null,
      '',
      '1',
      good.slice(0, -1),
      `${good}x`,
      good.replace('20261126', '20261301'),
      good.replace('20261126', '20270101'),
      good.replace('visits', 'billing'),
      good.replace('visits', '__proto__'),
      good.replace(number, '-'),
      writeChosen(refused).replace('.-.', `.${number}.`),
      good.replace('1.', '2.'),
    ]
    for (const value of broken) expect(readChosen(value, now), String(value)).toBeNull()
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => readChosen(text, now) === null))
  })

  it('sets the optional cookie for a consent, takes it away for all else, never for longer than 13 months', () => {
    const [kept, optional] = choiceCookies(agreed, true)
    expect(kept).toMatch(
      /^zavor_choice=1\.20261126\.[0-9a-f]{16}\.n\.[0-9a-f-]{36}\.visits; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000$/,
    )
    expect(optional).toBe(`zavor_visit=${number}; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=31536000`)
    const [left, gone] = choiceCookies(refused, false)
    expect(left).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15638400$/)
    expect(gone).toBe('zavor_visit=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0')
    const short = {
      ...policy,
      cookies: { ...policy.cookies, zavor_visit: { ...policy.cookies.zavor_visit, lasts: 'P1M' } },
    }
    expect(choiceCookies(agreed, true, short)[1]).toContain('; Max-Age=2592000')
  })

  it('sets none that the registry has set at another act', () => {
    const { zavor_choice: choice, zavor_visit: visit } = policy.cookies
    const moved: PolicyShape = {
      ...policy,
      cookies: {
        ...policy.cookies,
        zavor_choice: { ...choice, setBy: 'sign-in' },
        zavor_visit: { ...visit, setBy: 'sign-in' },
      },
    }
    expect(choiceCookies(agreed, true, moved)).toEqual([
      'zavor_visit=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    ])
  })
})

describe('what a request says', () => {
  const now = new Date('2026-11-27T10:00:00Z')
  const state = (headers: Record<string, string>) => visitorState(new Headers(headers), now)
  const cookie = (chosen: Chosen) => `zavor_language=ro; zavor_choice=${writeChosen(chosen)}; zavor_visit=${number}`

  it('nothing: the question is open', () => {
    expect(state({})).toEqual({ kind: 'open' })
    expect(state({ cookie: 'zavor_choice=nonsense; other_zavor_choice=1' })).toEqual({ kind: 'open' })
    expect(state({ 'sec-gpc': '0', dnt: '0' })).toEqual({ kind: 'open' })
    expect(state({ 'sec-gpc': 'yes', dnt: 'null' })).toEqual({ kind: 'open' })
  })

  it('a choice: it stands', () => {
    expect(state({ cookie: cookie(agreed) })).toEqual({ kind: 'chosen', chosen: agreed, signal: null })
    expect(state({ cookie: cookie(refused) })).toEqual({ kind: 'chosen', chosen: refused, signal: null })
  })

  it('a signal is a refusal, once; an explicit choice made in spite of it stands', () => {
    expect(state({ 'sec-gpc': '1' })).toEqual({ kind: 'signal', signal: 'gpc', before: null })
    expect(state({ dnt: '1' })).toEqual({ kind: 'signal', signal: 'dnt', before: null })
    expect(state({ 'sec-gpc': '1', dnt: '1' })).toMatchObject({ signal: 'gpc' })
    expect(state({ 'sec-gpc': '1', cookie: cookie(refused) })).toMatchObject({ kind: 'chosen' })
    const despite = { ...agreed, despiteSignal: true }
    expect(state({ 'sec-gpc': '1', cookie: cookie(despite) })).toMatchObject({ kind: 'chosen', chosen: despite })
  })

  it('a signal that began after a consent takes it back', () => {
    expect(state({ 'sec-gpc': '1', cookie: cookie(agreed) })).toEqual({ kind: 'signal', signal: 'gpc', before: agreed })
  })
})
