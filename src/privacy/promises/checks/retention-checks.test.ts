/** What stays past its period, in rows and in whole parts, breaks P29; so does a role that may more than its purpose P26. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestDesk } from '../../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../../test/support/given.ts'
import { type LookedDesk, lookedDesk, operationsBut } from '../../../../test/support/promises.ts'
import { newId } from '../../../platform/database/id.ts'
import { endRetentionParts } from '../../retention/end-parts.ts'
import { setHold } from '../../retention/set-hold.ts'

let looked: LookedDesk
let desk: TestDesk
beforeAll(async () => {
  looked = await lookedDesk()
  desk = looked.desk
})
afterAll(() => looked.close())

const look = (promise: string, need: string, changed = {}) => looked.checks.look(promise, need, changed)
const onTime = async () => (await look('P29', 'retention_job')).holds

it('P28: says what is due next only where it can be looked at', async () => {
  expect(await look('P28', 'schedule')).toMatchObject({ holds: true })
  const operations = operationsBut(looked.checks.ground, 'retention.list', null)
  expect(await look('P28', 'schedule', { operations })).toMatchObject({ holds: false })
})

it('P28, P25: a table of a class without a period, a purpose without a ground', async () => {
  const { policy } = looked.checks.ground
  const { conversation: _, ...retention } = policy.retention
  expect(await look('P28', 'every_table')).toMatchObject({ holds: true })
  expect(await look('P28', 'every_table', { policy: { ...policy, retention } })).toMatchObject({ holds: false })
  const { support: __, ...purposes } = policy.purposes
  expect(await look('P25', 'one_basis')).toMatchObject({ holds: true })
  expect(await look('P25', 'one_basis', { policy: { ...policy, purposes } })).toMatchObject({ holds: false })
})

it('P29: a row that nobody ended, but not one that a claim holds', async () => {
  expect(await onTime()).toBe(true)
  const { accountId, personId } = await givenMember(desk)
  const ticketId = newId()
  await desk.owner.query(
    `insert into base.ticket (account_id, id, opened_by, subject, status, closed_at) values ($1, $2, $3, 'S', 'closed', now() - interval '20 years')`,
    [accountId, ticketId, personId],
  )
  expect(await onTime()).toBe(false)
  const staff = await givenStaff(desk, { roles: ['owner'] })
  await desk.as(staff).call(setHold, { accountId, reason: 'Ordinul ANSPDCP 44/2026' })
  expect(await onTime()).toBe(true)
  await desk.owner.query('update base.legal_hold set released_at = now(), released_by = set_by')
  expect(await onTime()).toBe(false)
  await desk.owner.query('delete from base.ticket where id = $1', [ticketId])
  expect(await onTime()).toBe(true)
})

it('P29: a part of the access log that nobody dropped, and entries that lie in no part', async () => {
  const entry = `insert into base.audit_entry (seq, id, at, actor_kind, purpose, operation, via, outcome, subjects, hash, chained_at)
    select $1, gen_random_uuid(), $2, 'system', 'rights', 'x', 'job', 'done', '{}', '', $2`
  const long = new Date(Date.now() - 20 * 365.25 * 86_400_000)
  await desk.owner.query(entry, [-2, long])
  expect(await onTime()).toBe(false)
  const runId = newId()
  await desk.owner.query(`insert into base.retention_run (id, table_name, class) values ($1, 'audit_entry', 'audit')`, [
    runId,
  ])
  await desk.as({ kind: 'system', job: 'test' }).call(endRetentionParts, { runId, table: 'audit_entry' })
  expect(await onTime()).toBe(true)
  const visit = `insert into base.visit_page (id, at, visitor_id, path, country, source) values ($1, $2, $1, '/', 'RO', '')`
  await desk.owner.query(visit, [newId(), long])
  expect(await onTime()).toBe(false)
  await desk.owner.query(`insert into base.retention_run (id, table_name, class) values ($1, 'visit_page', 'visits')`, [
    runId,
  ])
  await desk.as({ kind: 'system', job: 'test' }).call(endRetentionParts, { runId, table: 'visit_page' })
  expect(await onTime()).toBe(true)
})

it('P26: a purpose whose role is lent another’s rights, or has none of its own', async () => {
  const { policy } = looked.checks.ground
  const purpose = policy.purposes.support
  expect(await look('P26', 'plain_roles')).toMatchObject({ holds: true })
  for (const name of ['sweeper', 'nowhere']) {
    const purposes = { ...policy.purposes, [name]: purpose }
    expect(await look('P26', 'plain_roles', { policy: { ...policy, purposes } }), name).toMatchObject({ holds: false })
  }
})

it('P17: a column that improvement would see in clear', async () => {
  const { maps } = looked.checks.ground
  expect(await look('P17', 'pseudonyms_only')).toMatchObject({ holds: true })
  const clear = maps.map((map) => {
    if (map.table !== 'person') return map
    const name = { ...map.columns.name, options: { ...map.columns.name?.options, uses: { improvement: 'read' } } }
    return { ...map, columns: { ...map.columns, name } }
  })
  expect(await look('P17', 'pseudonyms_only', { maps: clear })).toMatchObject({ holds: false })
})

it('P22: a recipient that the policy uses and does not publish, or publishes without a safeguard', async () => {
  const { policy } = looked.checks.ground
  expect(await look('P22', 'published')).toMatchObject({ holds: true })
  const { mail, ...others } = policy.recipients
  const bare = { ...policy.recipients, mail: { ...mail, safeguard: { ro: '', en: '' } } }
  for (const recipients of [others, bare]) {
    expect(await look('P22', 'published', { policy: { ...policy, recipients } })).toMatchObject({ holds: false })
  }
})
