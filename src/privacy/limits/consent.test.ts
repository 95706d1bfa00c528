import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember } from '../../../test/support/given.ts'
import { maps } from '../../app/maps.ts'
import { operations } from '../../app/operations.ts'
import { letterAddress } from '../../identity/identity.facade.ts'
import { applyPolicy } from '../compiler/apply.ts'
import { consentText } from '../notice/consent-text.ts'
import type { Actor } from '../operation/actor.ts'
import { writeOperation } from '../operation/operation.ts'
import { expireConsents } from './expire-consents.ts'
import { markerFaults } from './marker-faults.ts'
import { recordConsent } from './record-consent.ts'

/** What a letter of news would do: find whom to write to, and write. */
const written: string[] = []
const writeNews = writeOperation({
  name: 'test.news',
  purpose: 'updates',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), personId: z.uuid() }),
  output: z.object({}),
  async run({ trx, input }) {
    const address = await letterAddress(trx, input.accountId, input.personId)
    if (address) written.push(address.personId)
    return {}
  },
})
const queueNews = writeOperation({
  name: 'test.queue',
  purpose: 'updates',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), personId: z.uuid() }),
  output: z.object({}),
  async run({ input, enqueue }) {
    await enqueue(writeNews, input)
    return {}
  },
})

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true, operations: [...operations, writeNews, queueNews] })
})
afterAll(() => desk.close())

type Member = Awaited<ReturnType<typeof givenMember>>

function decide(member: Member, decision: 'given' | 'withdrawn', by: Actor = member) {
  const said = { purpose: 'updates', decision, method: decision === 'given' ? 'accept' : 'withdraw' } as const
  return desk.handles
    .of('self')
    .transaction()
    .execute((trx) => recordConsent(trx, member, { ...said, language: 'en', surface: 'test', path: '/here' }, by))
}

const isSeen = async (member: Member) =>
  (await desk.handles.of('updates').selectFrom('person').select('id').where('id', '=', member.personId).execute())
    .length === 1

const older = (member: Member, words: string) =>
  desk.owner.query(`update base.limit_entry set at = at - $2::interval where person_id = $1`, [member.personId, words])

const expire = () => desk.as({ kind: 'system', job: 'consent.expire' }, 'job').call(expireConsents, {})

it('keeps the exact text once, and each entry names it', async () => {
  const members = [await givenMember(desk), await givenMember(desk)]
  for (const member of members) await decide(member, 'given')
  const { whole, hash } = consentText('updates', 'en')
  const { rows } = await desk.owner.query(
    `select t.words, t.version, t.language, c.decision, c.method, c.surface, c.path from base.consent_entry c
     join base.notice_text t on t.hash = c.text_hash where c.text_hash = $1`,
    [hash],
  )
  const said = { decision: 'given', method: 'accept', surface: 'test', path: '/here' }
  expect(rows).toEqual(members.map(() => ({ words: whole, version: policy.version, language: 'en', ...said })))
  await expect(
    desk.owner.query(`insert into base.notice_text (hash, words, version, language) values ($1, 'other', '1', 'ro')`, [
      'a'.repeat(64),
    ]),
  ).rejects.toThrow(/check constraint/)
})

it('lets a job that was queued before the withdrawal pass the person by', async () => {
  const [stays, leaves] = [await givenMember(desk), await givenMember(desk)]
  for (const member of [stays, leaves]) {
    await decide(member, 'given')
    await desk.runJob('test.queue', { accountId: member.accountId, personId: member.personId })
  }
  await decide(leaves, 'withdrawn')
  await desk.runJobs()
  expect(written).toEqual([stays.personId])
})

it('ends a consent within the policy’s time, before the next run could find it too old', async () => {
  const member = await givenMember(desk)
  await decide(member, 'given')
  await older(member, '364 days 20 hours')
  await expire()
  expect(await isSeen(member)).toBe(true)
  await older(member, '3 hours')
  expect((await expire()).ended).toBe(1)
  expect(await isSeen(member)).toBe(false)
  expect(await expire()).toEqual({ ended: 0 })
  await decide(member, 'given')
  expect(await isSeen(member)).toBe(true)
  expect(await markerFaults(desk.owner, maps)).toEqual([])
  const { rows } = await desk.owner.query(
    'select kind, by_kind from base.limit_entry where person_id = $1 order by number',
    [member.personId],
  )
  expect(rows).toEqual([
    { kind: 'consent_given', by_kind: 'person' },
    { kind: 'consent_missing', by_kind: 'system' },
    { kind: 'consent_given', by_kind: 'person' },
  ])
})

it('lets no consent outlive the text that it was given to, nor a new recipient', async () => {
  const member = await givenMember(desk)
  await decide(member, 'given')
  const { updates } = policy.purposes
  const changes = [
    { ...updates, reason: { ...updates.reason, en: 'To write to you about anything.' } },
    { ...updates, recipients: [...updates.recipients, 'hosting'] },
  ] as const
  for (const change of changes) {
    const changed = { ...policy, purposes: { ...policy.purposes, updates: change } }
    await applyPolicy(desk.owner, { policy: changed, maps }, desk.database.passwordOf)
    await desk.owner.query(`select from base.end_consents('0 seconds', 1000)`)
    expect(await isSeen(member)).toBe(false)
    await applyPolicy(desk.owner, { policy, maps }, desk.database.passwordOf)
    expect(await isSeen(member)).toBe(false)
    await decide(member, 'given')
    expect(await isSeen(member)).toBe(true)
  }
})

it('gives no role a way to change or remove an entry, or to write a consent without its proof', async () => {
  const { rows } = await desk.owner.query<{ role: string; tab: string }>(
    `select rolname as role, tab from pg_roles cross join unnest(array['consent_entry', 'limit_entry', 'notice_text']) tab
     where not rolsuper and rolname like 'zavor%' and (has_any_column_privilege(rolname, 'base.' || tab, 'update')
       or has_table_privilege(rolname, 'base.' || tab, 'delete') or has_table_privilege(rolname, 'base.' || tab, 'truncate'))
       and not pg_has_role(rolname, (select tableowner from pg_tables where schemaname = 'base' and tablename = tab), 'member')`,
  )
  expect(rows).toEqual([])
  const writers = await desk.owner.query<{ role: string }>(
    `select distinct rolname as role from pg_roles cross join unnest(array['consent_entry', 'limit_entry']) tab
     where not rolsuper and rolname like 'zavor%' and has_any_column_privilege(rolname, 'base.' || tab, 'insert')
       and not pg_has_role(rolname, (select tableowner from pg_tables where schemaname = 'base' and tablename = tab), 'member')`,
  )
  expect(writers.rows).toEqual([])
  const callers = await desk.owner.query<{ caller: string }>(
    `select proname || ' ' || rolname as caller from pg_roles r join pg_proc p on p.proname in ('record_consent', 'record_answer')
     where rolname like 'zavor%' and not rolsuper and has_function_privilege(rolname, p.oid, 'execute')
       and not pg_has_role(rolname, p.proowner, 'member') order by 1`,
  )
  expect(callers.rows.map(({ caller }) => caller)).toEqual([
    'record_answer zavor_rights',
    'record_consent zavor_rights',
    'record_consent zavor_self',
  ])
})
