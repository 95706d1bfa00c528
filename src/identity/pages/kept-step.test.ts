import { expect, it } from 'vitest'
import type { Visit } from '../../platform/http/visit.ts'
import { inLocale } from '../../platform/language/locale.server.ts'
import { type KeptPage, keptStep } from './kept-step.ts'

const typed = { formId: 'form', writer: 'ana/one', subject: 'Nu pornește', body: 'De azi-noapte', password: 'hunter2' }
const packed = JSON.stringify({
  formId: 'form',
  writer: 'ana/one',
  values: { subject: 'Nu pornește', body: 'De azi-noapte' },
})
const cookies = ['zavor_session=new']

async function step(
  fields: Record<string, string>,
  outcome?: string,
  options: { to?: string; actor?: string; writer?: string } = {},
) {
  const { to = '/desk/tickets/new', actor = 'visitor', writer = actor === 'visitor' ? null : 'ana/one' } = options
  const [address, again] = to.split('#')
  const query = new URLSearchParams({ to: address ?? '', ...(again ? { again: '1' } : {}) })
  const request = new Request(`http://desk.test/sign-in/kept?${query}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  })
  const called: [string, unknown][] = []
  const here = {
    actor: { kind: actor },
    writer,
    person: { name: 'Ana', accountName: 'Doi SRL' },
    call: async (name: string, input: unknown) => {
      called.push([name, input])
      if (name === 'security.show') return { isStaff: true, places: [{ accountId: 'one', name: 'Unu SRL' }] }
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

it('says nothing of what somebody else wrote, at any step, and does nothing of it', async () => {
  for (const fields of [
    typed,
    { carried: packed, step: 'again', password: 'x' },
    { carried: packed, step: 'password' },
  ]) {
    for (const to of ['/desk/tickets/new', '/desk/tickets/new#again', '/staff/settings']) {
      const work = step(fields as Record<string, string>, 'confirmed', { to, actor: 'member', writer: 'dan/one' })
      const { status, headers, body } = (await work.catch((thrown: unknown) => thrown)) as Response
      expect([status, body, headers.get('x-remix-reload-document')]).toEqual([302, null, 'true'])
      expect(headers.get('location')).toBe(
        `/sign-in/kept?${new URLSearchParams({ of: 'another', to: to.split('#')[0] ?? '' })}`,
      )
    }
  }
})

it('offers the same human the form where it was opened, and here where there is such a page', async () => {
  const here = await step(typed, undefined, { actor: 'member', writer: 'ana/two' })
  expect(here.status).toBe(409)
  expect(here.page).toMatchObject({ step: 'elsewhere', kept: packed, to: '/desk/tickets/new' })
  expect(here.page.stray).toMatchObject({ from: { accountId: 'one', name: 'Unu SRL' }, now: 'Doi SRL' })
  expect(JSON.parse(here.page.stray?.here ?? '')).toEqual({ ...JSON.parse(packed), writer: 'ana/two' })
  expect(JSON.stringify(here.page)).not.toContain('hunter')
  const staff = await step(typed, undefined, { actor: 'staff', writer: 'ana/staff' })
  expect(staff.page.stray).toMatchObject({ from: { accountId: 'one' }, now: null, here: null })
  const gone = await step({ ...typed, writer: 'ana/gone' }, undefined, { actor: 'member', writer: 'ana/two' })
  expect(gone.page.stray).toMatchObject({ from: null, kept: { values: { subject: 'Nu pornește' } } })
  const asStaff = { ...typed, writer: 'ana/staff' }
  const member = await step(asStaff, undefined, { actor: 'member', writer: 'ana/one', to: '/staff/settings' })
  expect(member.page.stray).toMatchObject({ from: { accountId: '', name: null }, now: 'Doi SRL', here: null })
})

it('says that a press alone was not done either, and keeps nothing that was too long to carry', async () => {
  for (const fields of [
    { formId: 'close', writer: 'ana/one' },
    { formId: 'form', writer: 'ana/one', body: 'ș'.repeat(1_000_001) },
  ]) {
    const { page } = await step(fields as Record<string, string>, undefined, { actor: 'member', writer: 'ana/two' })
    expect(page).toMatchObject({ step: 'elsewhere', kept: '', stray: { kept: null, here: null } })
  }
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
