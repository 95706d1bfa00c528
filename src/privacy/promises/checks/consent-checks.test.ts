/** Each promise about consents is broken in the database, past every program, and its check must say so. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../../test/support/desk.ts'
import { givenMember } from '../../../../test/support/given.ts'
import { type Looking, looking } from '../../../../test/support/promises.ts'
import { newId } from '../../../platform/database/id.ts'
import { recordConsent } from '../../limits/record-consent.ts'
import { recordVisitorChoice } from '../../limits/record-visitor-choice.ts'

let desk: TestDesk
let checks: Looking
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  const member = await givenMember(desk)
  const said = { purpose: 'updates', decision: 'given', method: 'accept', language: 'ro', surface: 'test' } as const
  await desk.handles
    .of('self')
    .transaction()
    .execute((trx) => recordConsent(trx, member, said, member))
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

it.each([
  ['P36', 'in_time', `update base.consent_entry set at = at - interval '13 months'`],
  [
    'P41',
    'no_old_consent',
    `update base.consent_entry set text_hash = (select hash from base.notice_text where version = 'old')`,
  ],
  [
    'P36',
    'text_kept',
    `alter table base.consent_entry drop constraint consent_entry_text_hash_fkey; update base.consent_entry set text_hash = repeat('a', 64)`,
  ],
])('%s %s', async (promise, need, breaking) => {
  await desk.owner.query(
    `insert into base.notice_text (hash, words, version, language)
     values (encode(sha256('older words'), 'hex'), 'older words', 'old', 'ro') on conflict do nothing`,
  )
  expect(await checks.look(promise, need)).toMatchObject({ holds: true })
  await desk.owner.query(breaking)
  expect(await checks.look(promise, need)).toMatchObject({ holds: false })
  await desk.owner.query(
    `update base.consent_entry c set at = now(), text_hash = l.text_hash from base.limit_entry l
     where l.person_id = c.person_id and l.kind = 'consent_given'`,
  )
})

it('P36: a visitor’s choice whose text is gone, and a purpose that could change one', async () => {
  const said = {
    purpose: 'visits',
    decision: 'given',
    method: 'accept',
    language: 'ro',
    surface: 'bar',
    path: '/ro',
  } as const
  await desk.handles
    .of('self')
    .transaction()
    .execute((trx) => recordVisitorChoice(trx, newId(), said))
  expect(await checks.look('P36', 'text_kept')).toMatchObject({ holds: true })
  expect(await checks.look('P36', 'ledger')).toMatchObject({ holds: true })
  await desk.owner.query('grant update (decision) on base.visitor_choice to zavor_visits')
  expect(await checks.look('P36', 'ledger')).toMatchObject({ holds: false })
  await desk.owner.query('revoke update (decision) on base.visitor_choice from zavor_visits')
  await desk.owner.query('alter table base.visitor_choice drop constraint visitor_choice_text_hash_fkey')
  await desk.owner.query(`update base.visitor_choice set text_hash = repeat('b', 64)`)
  expect(await checks.look('P36', 'text_kept')).toMatchObject({ holds: false })
  await desk.owner.query('delete from base.visitor_choice')
})

it('P41: the policy names one more recipient, and nobody ended what rested on the old words', async () => {
  const { policy } = checks.ground
  const updates = { ...policy.purposes.updates!, recipients: ['mail', 'hosting'] }
  const changed = { ...policy, purposes: { ...policy.purposes, updates } }
  expect(await checks.look('P41', 'no_old_consent', { policy: changed })).toMatchObject({ holds: false })
})
