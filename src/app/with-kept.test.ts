import { expect, it } from 'vitest'
import type { Visit } from '../platform/http/visit.ts'
import { signInFirst, stopStray } from './pages/sign-in-first.ts'
import { withKept } from './with-kept.ts'

const [ana, anaElsewhere, dan] = ['ana/one', 'ana/two', 'dan/one']
const kept = { formId: 'form', writer: ana, values: { subject: 'Nu pornește' } }

function sent(path: string, fields: Record<string, string> = { carried: JSON.stringify(kept) }) {
  return new Request(`http://desk.test${path}`, {
    method: 'POST',
    headers: { cookie: 'a=b', origin: 'http://desk.test' },
    body: new URLSearchParams(fields),
  })
}

it('opens the page of a form that comes back, and sends nothing', async () => {
  const asked = await withKept(sent('/desk/tickets/new?from=1'), ana)
  expect(asked).toMatchObject({ kept, method: 'GET' })
  expect(asked.strays).toBeUndefined()
  expect(asked.request.method).toBe('GET')
  expect(asked.request.url).toBe('http://desk.test/desk/tickets/new?from=1')
  expect(asked.request.headers.get('cookie')).toBe('a=b')
  expect(asked.request.headers.get('content-length')).toBeNull()
})

it('takes a form from who opened it, with everything in it', async () => {
  const { request, strays } = await withKept(sent('/desk/tickets/new', { formId: 'form', writer: ana, a: 'b' }), ana)
  expect(strays).toBeUndefined()
  expect((await request.formData()).get('a')).toBe('b')
})

it.each(['/desk/tickets/new', '/desk/tickets/new.data', '/desk.data?index', '/staff/settings', '/staff.data', '/desk'])(
  'stops a form for %s of somebody else, or of the same human elsewhere, whether fresh or carried',
  async (path) => {
    for (const writer of [anaElsewhere, dan, 'ana/staff']) {
      for (const fields of [{ formId: 'form', writer: ana, a: 'b' }, undefined]) {
        const asked = await withKept(sent(path, fields), writer)
        expect([asked.strays, asked.kept, asked.request.method]).toEqual([true, undefined, 'POST'])
      }
    }
  },
)

it('leaves alone what does not say whose it is, what belongs to no desk, and whoever is not signed in', async () => {
  for (const [request, writer] of [
    [sent('/desk/tickets/new', { subject: 'x', carried: JSON.stringify(kept) }), ana],
    [sent('/desk/tickets/new', { carried: 'nothing of ours' }), ana],
    [sent('/sign-in/kept', { formId: 'form', writer: ana }), dan],
    [sent('/ro/contact', { formId: 'form', writer: ana }), dan],
    [sent('/deskjet', { formId: 'form', writer: ana }), dan],
    [sent('/desk/tickets/new', { formId: 'form', writer: ana }), null],
  ] as const) {
    const asked = await withKept(request, writer)
    expect([asked.kept, asked.strays, asked.method]).toEqual([undefined, undefined, 'POST'])
    expect((await asked.request.formData()).has('formId') || request.url.includes('tickets')).toBe(true)
  }
})

it('sends a visitor who opens a page to sign in, and who sends a form with the form in the body', () => {
  const here = { path: '/desk/tickets/new' } as Visit
  const opened = signInFirst(here, new Request('http://desk.test/desk/tickets/new'))
  expect([opened.status, opened.headers.get('location')]).toEqual([302, '/sign-in?to=%2Fdesk%2Ftickets%2Fnew'])
  const form = signInFirst(here, sent('/desk/tickets/new', { subject: 'Nu pornește' }))
  expect([form.status, form.headers.get('location')]).toEqual([307, '/sign-in/kept?to=%2Fdesk%2Ftickets%2Fnew'])
})

it('sends a form that strayed to where that is said, in the body', () => {
  const thrown = (strays: boolean) => {
    try {
      stopStray({ path: '/desk/tickets/new', strays } as Visit)
      return null
    } catch (response) {
      return response as Response
    }
  }
  expect(thrown(false)).toBeNull()
  expect([thrown(true)?.status, thrown(true)?.headers.get('location')]).toEqual([
    307,
    '/sign-in/kept?to=%2Fdesk%2Ftickets%2Fnew',
  ])
})
