import { expect, it } from 'vitest'
import type { Visit } from '../platform/http/visit.ts'
import type { Actor } from '../privacy/operation/actor.ts'
import { signInFirst } from './pages/sign-in-first.ts'
import { withKept } from './with-kept.ts'

const ana = { kind: 'member', personId: 'ana' } as Actor
const dan = { kind: 'member', personId: 'dan' } as Actor
const kept = { formId: 'form', writer: 'ana', values: { subject: 'Nu pornește' } }

function brought(path: string, fields: Record<string, string> = { carried: JSON.stringify(kept) }) {
  return new Request(`http://desk.test${path}`, {
    method: 'POST',
    headers: { cookie: 'a=b', origin: 'http://desk.test' },
    body: new URLSearchParams(fields),
  })
}

it('opens the page of a form that comes back, and sends nothing', async () => {
  const asked = await withKept(brought('/desk/tickets/new?from=1'), ana)
  expect(asked.kept).toEqual({ kept })
  expect(asked.method).toBe('GET')
  expect(asked.request.method).toBe('GET')
  expect(asked.request.url).toBe('http://desk.test/desk/tickets/new?from=1')
  expect(asked.request.headers.get('cookie')).toBe('a=b')
  expect(asked.request.headers.get('content-length')).toBeNull()
})

it('shows nobody else what was typed', async () => {
  const asked = await withKept(brought('/desk/tickets/new'), dan)
  expect(asked.request.method).toBe('GET')
  expect(asked.kept).toEqual({ kept: 'of another' })
})

it('leaves alone what is sent in earnest, what belongs to no desk, and whoever is not signed in', async () => {
  for (const [request, actor] of [
    [brought('/desk/tickets/new', { subject: 'x', carried: JSON.stringify(kept) }), ana],
    [brought('/sign-in/kept'), ana],
    [brought('/desk/tickets/new'), { kind: 'visitor' } as Actor],
  ] as const) {
    const asked = await withKept(request, actor)
    expect(asked.request).toBe(request)
    expect(asked.kept).toBeUndefined()
  }
})

it('sends a visitor who opens a page to sign in, and who sends a form with the form in the body', () => {
  const here = { path: '/desk/tickets/new' } as Visit
  const opened = signInFirst(here, new Request('http://desk.test/desk/tickets/new'))
  expect([opened.status, opened.headers.get('location')]).toEqual([302, '/sign-in?to=%2Fdesk%2Ftickets%2Fnew'])
  const sent = signInFirst(here, brought('/desk/tickets/new', { subject: 'Nu pornește' }))
  expect([sent.status, sent.headers.get('location')]).toEqual([307, '/sign-in/kept?to=%2Fdesk%2Ftickets%2Fnew'])
})
