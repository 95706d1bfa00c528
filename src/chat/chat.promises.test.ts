/** Each promise that the chat keeps is broken, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type LookedDesk, lookedDesk, operationsBut, pageOf } from '../../test/support/promises.ts'
import type { Ground, SeenPage } from '../privacy/promises/check.ts'
import { startChat } from './start-chat.ts'

let looked: LookedDesk
beforeAll(async () => {
  looked = await lookedDesk()
  const visitor = { kind: 'visitor' } as const
  await looked.desk.as(visitor).call(startChat, { name: 'Ana Ban', message: 'Nu merge.', language: 'ro' })
})
afterAll(() => looked.close())

const form = '<form><textarea name="message"></textarea></form>'
const page = async (): Promise<SeenPage> => pageOf(form)
const look = (check: string, changed: Partial<Ground> = {}) => {
  const [promise = '', need = ''] = check.split(' ')
  return looked.checks.look(promise, need, { page, ...changed })
}

describe.each(['P39 chat', 'P4 by_chat'])('%s', (check) => {
  it('holds as it is', async () => {
    expect(await look(check)).toMatchObject({ holds: true })
  })

  it.each<[string, Partial<Ground> | (() => Partial<Ground>)]>([
    ['a page that is gone', { page: async () => pageOf(form, { status: 404 }) }],
    ['a page that sets a cookie', { page: async () => pageOf(form, { cookies: ['zavor_chat=1'] }) }],
    ['a page without the field', { page: async () => pageOf('<form></form>') }],
    ['a step that is gone', () => ({ operations: operationsBut(looked.checks.ground, 'conversation.attach', null) })],
  ])('%s is seen', async (_, changed) => {
    expect(await look(check, typeof changed === 'function' ? changed() : changed)).toMatchObject({ holds: false })
  })
})

it('more asked for than is needed is seen', async () => {
  const input = startChat.input.extend({ phone: z.string() })
  const operations = operationsBut(looked.checks.ground, 'chat.start', { input })
  expect(await look('P39 chat', { operations })).toMatchObject({ holds: false })
})

it('a conversation that is in nobody’s download is seen', async () => {
  const { owner } = looked.desk
  await owner.query(
    `insert into base.ticket (account_id, id, opened_by, subject, status, channel)
     select account_id, gen_random_uuid(), opened_by, 'x', 'open', 'chat' from base.ticket where channel = 'chat' limit 1`,
  )
  expect(await look('P4 by_chat')).toMatchObject({ holds: false })
})
