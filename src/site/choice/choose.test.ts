import { afterAll, beforeAll, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { consentText } from '../../privacy/notice/consent-text.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import { askedMark } from './asked.ts'
import { chooseCookies } from './choose.ts'
import { listOwnChoices } from './list-own-choices.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

const caller: Caller = { actor: { kind: 'visitor' }, via: 'page', locale: 'ro' }
const choose = (input: Partial<InputOf<typeof chooseCookies>>, more: Partial<Caller> = {}) =>
  desk.call({ ...caller, ...more }, chooseCookies, {
    method: 'accept',
    language: 'ro',
    surface: 'bar',
    path: '/ro/services',
    asked: askedMark(),
    ...input,
  })

const entries = async () =>
  (
    await desk.owner.query(
      `select visitor_id, purpose, decision, method, text_hash, text_version, text_language, surface, path
       from base.visitor_choice order by id`,
    )
  ).rows
const count = async () => (await entries()).length

it('a consent is on record with the exact text, a refusal too, and only the consent leaves a number', async () => {
  const { visitorId, given } = await choose({})
  expect(given).toEqual(['visits'])
  const refusal = await choose({ method: 'reject', language: 'en', path: '/en/contact' })
  expect(refusal).toEqual({ visitorId: null, given: [] })
  const shown = { purpose: 'visits', text_version: policy.version, surface: 'bar' }
  const [first, second] = await entries()
  const ro = consentText('visits', 'ro')
  expect(first).toEqual({
    ...{ ...shown, visitor_id: visitorId, decision: 'given', method: 'accept' },
    ...{ text_hash: ro.hash, text_language: 'ro', path: '/ro/services' },
  })
  expect(second).toMatchObject({ ...shown, decision: 'refused', method: 'reject', text_language: 'en' })
  expect(second.visitor_id).not.toBe(visitorId)
  const { rows } = await desk.owner.query('select words from base.notice_text where hash = $1', [ro.hash])
  expect(rows).toEqual([{ words: ro.whole }])
  expect(ro.whole).toContain('zavor_visit')
})

it('taking back is on record beside what was given, and whoever holds the number reads both', async () => {
  const { visitorId } = await choose({})
  const before = { visitorId: visitorId as string, given: ['visits' as const] }
  const answer = await choose({ method: 'withdraw', surface: 'footer', before })
  expect(answer).toEqual({ visitorId: null, given: [] })
  const { choices } = await desk.call(caller, listOwnChoices, { visitorId: visitorId as string })
  expect(choices.map(({ decision, method }) => [decision, method])).toEqual([
    ['withdrawn', 'withdraw'],
    ['given', 'accept'],
  ])
  expect(await desk.call(caller, listOwnChoices, { visitorId: crypto.randomUUID() })).toEqual({ choices: [] })
})

it('saving nothing is a refusal, saving a tick a consent; a refusal after a consent takes it back', async () => {
  expect(await choose({ method: 'save', given: [] })).toMatchObject({ visitorId: null })
  const { visitorId } = await choose({ method: 'save', given: ['visits'] })
  expect(visitorId).not.toBeNull()
  await choose({ method: 'reject', before: { visitorId: visitorId as string, given: ['visits'] } })
  expect((await entries()).at(-1)).toMatchObject({ visitor_id: visitorId, decision: 'withdrawn', method: 'reject' })
})

it('a signal refuses without a text, whatever else is claimed, and takes back an older consent', async () => {
  const signalled = await choose({ method: 'gpc', surface: 'signal', given: ['visits'] })
  expect(signalled).toEqual({ visitorId: null, given: [] })
  const none = { text_hash: null, text_language: null, text_version: policy.version }
  expect((await entries()).at(-1)).toMatchObject({ decision: 'refused', method: 'gpc', surface: 'signal', ...none })
  const { visitorId } = await choose({})
  await choose({ method: 'dnt', surface: 'signal', before: { visitorId: visitorId as string, given: ['visits'] } })
  expect((await entries()).at(-1)).toMatchObject({ visitor_id: visitorId, decision: 'withdrawn', method: 'dnt' })
})

it('nobody agrees to words that they did not see: none, or those of an old page; refusing needs none', async () => {
  const before = await count()
  for (const asked of ['', 'a'.repeat(16), undefined]) {
    const agreeing = desk.call(caller, chooseCookies, {
      ...{ method: 'accept', language: 'ro', surface: 'bar', path: '/ro' },
      ...(asked === undefined ? {} : { asked }),
    })
    await expect(agreeing).rejects.toMatchObject({ fields: { asked: expect.any(String) } })
  }
  expect(await count()).toBe(before)
  await choose({ method: 'reject', asked: '' })
  expect(await count()).toBe(before + 1)
})

it('no path with a query, a purpose that is not asked, or another way to agree gets on record', async () => {
  const before = await count()
  const wrong = [
    { path: '/ro?token=1' },
    { path: 'https://else.test/' },
    { given: ['billing'] as never },
    { method: 'signal' as never },
    { before: { visitorId: 'x', given: [] } },
  ]
  for (const input of wrong) await expect(choose(input)).rejects.toMatchObject({ status: 422 })
  expect(await count()).toBe(before)
})

it('one address cannot fill the ledger, and others are not held up', async () => {
  const address = '198.51.100.7'
  const answers = []
  for (let n = 0; n < 32; n++)
    answers.push(await choose({ method: 'gpc', surface: 'signal' }, { address }).catch((e) => e.status))
  expect(answers.slice(0, 30).every((answer) => typeof answer === 'object')).toBe(true)
  expect(answers.slice(30)).toEqual([429, 429])
  await choose({ method: 'gpc', surface: 'signal' }, { address: '198.51.100.8' })
  await choose({ method: 'accept' }, { address })
})

it('no role of a purpose adds, changes or removes an entry but by the one function, and only the purpose self has that', async () => {
  const { rows } = await desk.owner.query(
    `select rolname from pg_roles where rolname like 'zavor%' and not rolsuper
       and not pg_has_role(rolname, (select tableowner from pg_tables where schemaname = 'base' and tablename = 'visitor_choice'), 'member')
       and (has_any_column_privilege(rolname, 'base.visitor_choice', 'insert, update')
         or has_table_privilege(rolname, 'base.visitor_choice', 'delete, truncate'))`,
  )
  expect(rows).toEqual([])
  const callers = await desk.owner.query(
    `select rolname as role from pg_roles join pg_proc p on p.proname = 'record_visitor_choice'
     where rolname like 'zavor%' and not rolsuper and has_function_privilege(rolname, p.oid, 'execute')
       and not pg_has_role(rolname, p.proowner, 'member')`,
  )
  expect(callers.rows).toEqual([{ role: 'zavor_self' }])
  for (const breaking of [
    `update base.visitor_choice set text_hash = null where decision = 'given'`,
    `update base.visitor_choice set decision = 'given' where method = 'gpc'`,
  ]) {
    await expect(desk.owner.query(breaking)).rejects.toThrow(/check constraint/)
  }
})

it('goes when its period is over, and not a day sooner', async () => {
  await choose({})
  const all = await count()
  await desk.owner.query(`update base.visitor_choice set at = now() - interval '3 years' + interval '1 day'`)
  await desk.owner.query(
    `update base.visitor_choice set at = at - interval '2 days' where id = (select max(id::text)::uuid from base.visitor_choice)`,
  )
  const { rows } = await desk.owner.query(`select base.end_due('visitor_choice', 500) as done`)
  expect(rows[0].done.rows).toEqual({ visitor_choice: 1 })
  expect(await count()).toBe(all - 1)
})

it('the access log tells neither the number nor the address', async () => {
  const address = '198.51.100.99'
  const { visitorId } = await choose({}, { address })
  const { rows } = await desk.owner.query(
    `select e::text as line from base.audit_entry e where operation = 'visitor.choose'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter(({ line }) => line.includes(visitorId as string) || line.includes(address))).toEqual([])
})
