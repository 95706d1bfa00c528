import { expect, it } from 'vitest'
import type { Visit } from '../../platform/http/visit.ts'
import { inLocale } from '../../platform/language/locale.server.ts'
import { type KeptPage, keptStep } from './kept-step.ts'

const typed = { formId: 'form', writer: 'ana', subject: 'Nu pornește', body: 'De azi-noapte', password: 'hunter2' }
const packed = JSON.stringify({
  formId: 'form',
  writer: 'ana',
  values: { subject: 'Nu pornește', body: 'De azi-noapte' },
})
const cookies = ['zavor_session=new']

async function step(fields: Record<string, string>, outcome?: string, options: { to?: string; actor?: string } = {}) {
  const { to = '/desk/tickets/new', actor = 'visitor' } = options
  const [address, again] = to.split('#')
  const query = new URLSearchParams({ to: address ?? '', ...(again ? { again: '1' } : {}) })
  const request = new Request(`http://desk.test/sign-in/kept?${query}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  const called: [string, unknown][] = []
  const here = {
    actor: { kind: actor },
    call: async (name: string, input: unknown) => {
      called.push([name, input])
      return { outcome, home: '/desk', secondFactor: true, cookies }
    },
  } as unknown as Visit
  const { data, init } = await inLocale('ro', () => keptStep(here, request))
  return { page: data as KeptPage, status: init?.status ?? 200, headers: new Headers(init?.headers), called }
}

it('asks to sign in with everything that was typed in the hand, and no secret', async () => {
  const { page, called } = await step(typed)
  expect(page).toEqual({ to: '/desk/tickets/new', kept: packed, keep: false, step: 'password' })
  expect(called).toEqual([])
})

it('carries it through a wrong password, the second step, a run-out first step, and back to the form', async () => {
  const first = { carried: packed, step: 'password', email: 'ana@client.test', password: 'x', keep: 'on' }
  const wrong = await step(first, 'wrong')
  expect(wrong.page).toMatchObject({ kept: packed, step: 'password', answer: { values: { email: 'ana@client.test' } } })
  expect(wrong.status).toBe(401)
  expect(JSON.stringify(wrong.page)).not.toContain('"x"')
  const second = await step(first, 'second_factor')
  expect(second.page).toMatchObject({ kept: packed, step: 'app', keep: true })
  expect(second.headers.getSetCookie()).toEqual(cookies)
  const other = await step({ carried: packed, step: 'app', other: 'recovery', code: '' })
  expect(other.page.step).toBe('recovery')
  expect(other.called).toEqual([])
  const done = await step({ carried: packed, step: 'app', code: '123456', keep: 'on' }, 'signed_in')
  expect(done.page).toMatchObject({ kept: packed, step: 'back', to: '/desk/tickets/new' })
  expect(done.called).toMatchObject([['sign_in.code', { code: '123456', kind: 'app', keep: true }]])
  expect(done.headers.getSetCookie()).toEqual(cookies)
})

it('asks who is signed in for the password alone, or for nothing', async () => {
  const member = { actor: 'member' }
  expect((await step(typed, undefined, member)).page.step).toBe('back')
  const stale = { actor: 'member', to: '/desk/tickets/new#again' }
  expect((await step(typed, undefined, stale)).page.step).toBe('again')
  const fields = { carried: packed, step: 'again', password: 'x' }
  expect((await step(fields, 'wrong', stale)).page).toMatchObject({
    step: 'again',
    kept: packed,
    answer: { values: {} },
  })
  expect((await step(fields, 'confirmed', stale)).page).toMatchObject({ step: 'back', kept: packed })
})

it.each([
  ['no form of ours', { subject: 'x' }, '/desk', '/sign-in?to=%2Fdesk'],
  ['something that was not packed here', { carried: '{"a":1}', step: 'password' }, '/desk', '/sign-in?to=%2Fdesk'],
  ['a page of somebody else', typed, 'https://evil.test/desk', '/sign-in'],
  ['a page that is no desk', typed, '/ro/contact', '/sign-in?to=%2Fro%2Fcontact'],
])('carries nothing of %s', async (_, fields, to, location) => {
  const thrown = await step(fields as Record<string, string>, undefined, { to }).catch((error: unknown) => error)
  expect((thrown as Response).headers.get('location')).toBe(location)
})
