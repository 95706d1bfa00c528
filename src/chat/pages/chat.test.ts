/** The window's page, as a browser gets it, over a whole desk. */
import { RouterContextProvider } from 'react-router'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { pageThrowable } from '../../app/page-problem.ts'
import { newId } from '../../platform/database/id.ts'
import { visitKey } from '../../platform/http/visit.ts'
import { inLocale } from '../../platform/language/locale.server.ts'
import { endConversationLink } from '../../site/contact/end-conversation-link.ts'
import { showConversation } from '../../site/contact/show-conversation.ts'
import { askChat } from '../ask-chat.ts'
import { startChat } from '../start-chat.ts'
import { action, loader } from './chat.tsx'
import { action as seen } from './seen.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

let sent = 0
const visitor = { kind: 'visitor' } as const
const begin = async (more: object = {}) => {
  const caller = { actor: visitor, via: 'page', address: `203.0.113.${++sent}` } as const
  const given = { name: 'Ana Ban', message: 'Nu merge.', language: 'ro', ...more } as const
  return (await desk.call(caller, startChat, given)).token
}
const end = (token: string) => desk.as(visitor).call(endConversationLink, { token })

interface Shown {
  readonly data: { readonly shown: object | null; readonly values?: Record<string, string>; readonly errors?: object }
  readonly init: { readonly status?: number; readonly headers?: Headers } | null
}

type Page = (args: never) => unknown

/** What the page does with a request; a form is posted. */
async function ask(page: Page, cookie: string | null, fields?: Record<string, string>, query = '') {
  const context = new RouterContextProvider()
  const method = fields ? 'POST' : 'GET'
  const caller = { actor: visitor, via: 'page', address: `198.51.100.${++sent}` } as const
  const call = (name: string, input: unknown) =>
    desk.callByName(caller, name, input).catch((error) => {
      throw pageThrowable(error, '/ro/chat', method === 'GET')
    })
  context.set(visitKey, { call, locale: 'ro', origin: 'http://desk.test', actor: visitor } as never)
  const headers: HeadersInit = cookie === null ? {} : { cookie: `zavor_chat=${cookie}` }
  const body = fields ? new URLSearchParams(fields) : null
  const request = new Request(`http://desk.test/ro/chat${query}`, { method, headers, body })
  return (await inLocale('ro', () => page({ context, request, params: { locale: 'ro' } } as never))) as Shown
}

const cookiesOf = (shown: Shown) => shown.init?.headers?.getSetCookie() ?? []

describe('a conversation that has ended meanwhile', () => {
  it.each(['reply', 'address', 'end'])(
    '%s: leads to a new one, with what was typed, and is forgotten',
    async (formId) => {
      const token = await begin()
      await end(token)
      const typed = { message: 'Tot nu merge.', email: 'ana@vizitator.test' }
      const answer = await ask(action, token, { formId, ...typed })
      expect(answer.data.values).toEqual({ formId: 'start', ...typed })
      expect(answer.init?.status).toBe(409)
      expect(cookiesOf(answer)).toEqual([expect.stringContaining('zavor_chat=; ')])
    },
  )

  it('is not opened again by the form that began it, as it may still stand in the browser’s history', async () => {
    const sendingId = newId()
    const first = await begin({ sendingId, message: 'zorzonat' })
    await end(first)
    const { notice } = await desk.as(visitor).call(askChat, { language: 'ro' })
    const next = { formId: 'start', notice, name: 'Dan Ene', message: 'Alt om, același calculator.', sendingId }
    const answer = (await ask(action, null, next)) as unknown as Response
    expect(answer.status).toBe(302)
    const token = /zavor_chat=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')![1]!
    const shown = JSON.stringify(await desk.as(visitor).call(showConversation, { token }))
    expect(shown).toContain('Alt om')
    expect(shown).not.toContain('zorzonat')
    const { rows } = await desk.owner.query(`select count(distinct account_id)::int as count from base.person
      where name in ('Dan Ene') or account_id in (select account_id from base.message where body = 'zorzonat')`)
    expect(rows[0].count).toBe(2)
  })
})

describe('a cookie that is none of ours', () => {
  it('beside another: nobody writes into the conversation of whoever put it there', async () => {
    const [own, planted] = [await begin(), await begin()]
    for (const both of [`${planted}; zavor_chat=${own}`, `${own}; zavor_chat=${planted}`]) {
      expect((await ask(loader, both)).data.shown).toBeNull()
      const answer = await ask(action, both, { formId: 'reply', message: 'Alo.' })
      expect(answer.data.values).toMatchObject({ formId: 'start', message: 'Alo.' })
    }
    expect((await ask(loader, `${own}; zavor_chat=${own}`)).data.shown).not.toBeNull()
  })

  it.each(['x', 'A'.repeat(64), 'a'.repeat(201), '"é"', '%00', '../../x'])(
    '%s: the page begins anew',
    async (cookie) => {
      expect((await ask(loader, cookie)).data.shown).toBeNull()
      const answer = await ask(action, cookie, { formId: 'reply', message: 'Alo.' })
      expect(answer.data.values).toMatchObject({ formId: 'start', message: 'Alo.' })
      await expect(ask(seen as never, cookie, {})).rejects.toMatchObject({ init: { status: 404 } })
    },
  )
})

it('a link from elsewhere to a part that cannot be leads to the conversation, and takes it from nobody', async () => {
  const token = await begin()
  for (const query of ['?before=x', '?before=', `?before=${'9'.repeat(400)}`]) {
    const answer = await ask(loader, token, undefined, query).catch((thrown: unknown) => thrown as Response)
    if (answer instanceof Response) expect([answer.status, answer.headers.getSetCookie()]).toEqual([302, []])
    else expect([answer.data.shown !== null, cookiesOf(answer)]).toEqual([true, []])
  }
})
