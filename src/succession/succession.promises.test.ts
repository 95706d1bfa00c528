/** P23 is broken in each way that it can be, and the check must say so. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenProvider, givenStaff } from '../../test/support/given.ts'
import { type Looking, looking, operationsBut } from '../../test/support/promises.ts'
import { addDays, civilDayOf } from '../privacy/clock/civil-day.ts'
import type { MemberActor } from '../privacy/operation/actor.ts'
import { answerSuccession, listOwnSuccessions } from './answer-question.ts'
import { handOver } from './hand-over.ts'
import { startSuccession } from './start-campaign.ts'

let desk: TestDesk
let checks: Looking
let member: MemberActor
let at = new Date()
beforeAll(async () => {
  desk = await testDesk({ keep: true, now: () => at })
  checks = await looking(desk)
  await givenProvider(desk)
  member = await givenMember(desk)
  await givenMember(desk)
  const owner = await givenStaff(desk, { roles: ['owner'] })
  const boss = () => desk.as({ ...owner, freshAt: at })
  const { campaignId } = await boss().call(startSuccession, {
    successor: 'Server Mare SRL',
    country: 'RO',
    whyRo: 'Se retrage.',
    whyEn: 'Retires.',
    closesOn: addDays(civilDayOf(at), 20),
  })
  await desk.runJobs()
  const [question] = (await desk.as(member).call(listOwnSuccessions, {})).questions
  await desk.as(member).call(answerSuccession, { campaignId, answer: 'yes', text: question?.text ?? '' })
  at = new Date(at.getTime() + 22 * 86_400_000)
  await boss().call(handOver, { campaignId, understood: 'yes' })
  await desk.owner.query(
    `update base.succession_campaign set started_at = now() + interval '1 minute' - interval '2 days'`,
  )
  await desk.owner.query(`update base.person set created_at = now() - interval '9 days'`)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const look = (changed: object = {}) => checks.look('P23', 'asks_first', changed)

it('holds when all were asked and only a yes was handed over', async () => {
  expect(await look()).toMatchObject({
    holds: true,
    figure: {
      en: 'transfers: 1; people asked: 2, not asked: 0; handed over: 1, without a yes: 0; seen without consent: 0',
    },
  })
})

it('fails when somebody was not asked', async () => {
  const { rows } = await desk.owner.query('delete from base.succession_answer where answer is null returning *')
  expect(rows).toHaveLength(1)
  expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('not asked: 1') } })
  const names = Object.keys(rows[0])
  await desk.owner.query(
    `insert into base.succession_answer (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(rows[0]),
  )
  expect(await look()).toMatchObject({ holds: true })
})

it('fails when a yes is in no ledger, or a no was handed over past the database’s own rule', async () => {
  await desk.owner.query(`update base.consent_entry set decision = 'refused' where purpose = 'succession'`)
  expect(await look()).toMatchObject({ holds: false })
  await desk.owner.query(`update base.consent_entry set decision = 'given' where purpose = 'succession'`)
  const silent = `update base.succession_answer set handed_over_at = now() where answer is null`
  await expect(desk.owner.query(silent)).rejects.toMatchObject({ code: '23514' })
  const { rows } = await desk.owner.query<{ name: string; rule: string }>(
    `select conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
     where conrelid = 'base.succession_answer'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%handed_over_at%'`,
  )
  for (const { name } of rows) await desk.owner.query(`alter table base.succession_answer drop constraint "${name}"`)
  await desk.owner.query(silent)
  expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('handed over: 2') } })
  await desk.owner.query('update base.succession_answer set handed_over_at = null where answer is null')
  for (const { name, rule } of rows)
    await desk.owner.query(`alter table base.succession_answer add constraint "${name}" ${rule}`)
})

it('fails when a yes had been taken back before, or was said to an earlier question', async () => {
  const { rows } = await desk.owner.query(`insert into base.consent_entry
    select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'decision', 'withdrawn', 'method', 'withdraw',
      'at', e.at + interval '1 day'))).* from base.consent_entry e where purpose = 'succession' returning id`)
  expect(rows).toHaveLength(1)
  expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('without a yes: 1') } })
  await desk.owner.query(`update base.consent_entry set at = at + interval '30 days' where id = $1`, [rows[0].id])
  expect(await look()).toMatchObject({ holds: true })
  await desk.owner.query('delete from base.consent_entry where id = $1', [rows[0].id])
  await desk.owner.query(`update base.consent_entry set at = at - interval '1 hour' where purpose = 'succession'`)
  expect(await look()).toMatchObject({ holds: false })
  await desk.owner.query(`update base.consent_entry set at = at + interval '1 hour' where purpose = 'succession'`)
  expect(await look()).toMatchObject({ holds: true })
})

it('fails when the yes in the ledger was one to another transfer, or to none in particular', async () => {
  for (const scope of ['gen_random_uuid()', 'null']) {
    await desk.owner.query(
      `update base.consent_entry set question_hash = null, scope = ${scope} where purpose = 'succession'`,
    )
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('without a yes: 1') } })
  }
  await desk.owner.query(
    `update base.consent_entry e set scope = s.campaign_id from base.succession_answer s where s.person_id = e.person_id`,
  )
  expect(await look()).toMatchObject({ holds: true })
})

it('fails when the purpose sees somebody who did not consent', async () => {
  const { rows } = await desk.owner.query(`select pg_get_viewdef('succession.person'::regclass) as sql`)
  await desk.owner.query(`create or replace view succession.person as ${rows[0].sql.replace(/WHERE[\s\S]*$/, '')}`)
  expect(await look()).toMatchObject({
    holds: false,
    figure: { en: expect.stringContaining('seen without consent: 1') },
  })
  await desk.owner.query(`create or replace view succession.person as ${rows[0].sql}`)
})

it('fails when a yes outlives its transfer', async () => {
  const cancelled = (day: string) =>
    desk.owner.query(
      `update base.succession_campaign set handed_over_at = null, handed_over_by = null, cancelled_by = started_by, cancelled_at = ${day}`,
    )
  const { rows } = await desk.owner.query('select handed_over_at, handed_over_by from base.succession_campaign')
  await cancelled('now()')
  expect(await look()).toMatchObject({ holds: true })
  await cancelled(`now() - interval '2 days'`)
  expect(await look()).toMatchObject({
    holds: false,
    figure: { en: expect.stringContaining('seen without consent: 1') },
  })
  await desk.owner.query(
    'update base.succession_campaign set cancelled_at = null, cancelled_by = null, handed_over_at = $1, handed_over_by = $2',
    [rows[0].handed_over_at, rows[0].handed_over_by],
  )
  expect(await look()).toMatchObject({ holds: true })
})

it('fails when the archive is taken under another purpose, or by others than the owner', async () => {
  for (const change of [
    { purpose: 'rights' },
    { who: { staff: ['owner'] } },
    { who: { staff: ['owner', 'sales'], fresh: true } },
  ]) {
    expect(await look({ operations: operationsBut(checks.ground, 'succession.download', change) })).toMatchObject({
      holds: false,
    })
  }
})
