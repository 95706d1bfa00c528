import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember } from '../../../test/support/given.ts'
import { maps } from '../../app/maps.ts'
import { markerFaults } from '../../privacy/limits/marker-faults.ts'
import type { offered } from './choice.rules.ts'
import { listChoices } from './list-choices.ts'
import { setChoice } from './set-choice.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

const seenBy = async (purpose: 'updates' | 'improvement', personId: string) =>
  (await desk.handles.of(purpose).selectFrom('person').select('id').where('id', '=', personId).execute()).length === 1

it('starts with every consent missing and no objection', async () => {
  const member = await givenMember(desk)
  const { choices } = await desk.as(member).call(listChoices, {})
  expect(Object.fromEntries(choices.map(({ purpose, state }) => [purpose, state]))).toEqual({
    updates: 'off',
    openings: 'off',
    improvement: 'on',
    enrichment: 'on',
  })
})

it('holds at once, in the purpose’s own view, and keeps both entries', async () => {
  const member = await givenMember(desk)
  const choose = (purpose: (typeof offered)[number], choice: 'on' | 'off') =>
    desk.as(member).call(setChoice, { purpose, choice })
  expect(await seenBy('updates', member.personId)).toBe(false)
  await choose('updates', 'on')
  expect(await seenBy('updates', member.personId)).toBe(true)
  await choose('updates', 'on')
  await choose('updates', 'off')
  expect(await seenBy('updates', member.personId)).toBe(false)
  const { rows } = await desk.owner.query(
    'select decision, method, text_version, length(text_hash) as hash from base.consent_entry where person_id = $1 order by id',
    [member.personId],
  )
  expect(rows).toEqual([
    { decision: 'given', method: 'accept', text_version: '2026-11', hash: 32 },
    { decision: 'withdrawn', method: 'withdraw', text_version: '2026-11', hash: 32 },
  ])
  await choose('improvement', 'off')
  expect(await seenBy('improvement', member.personId)).toBe(false)
  await choose('improvement', 'on')
  expect(await seenBy('improvement', member.personId)).toBe(true)
  expect(await markerFaults(desk.owner, maps)).toEqual([])
})

it('is the person’s own: a colleague’s choice stays', async () => {
  const member = await givenMember(desk)
  const colleague = await givenMember(desk, { accountId: member.accountId, roles: ['technical'] })
  await desk.as(member).call(setChoice, { purpose: 'improvement', choice: 'off' })
  expect(await seenBy('improvement', colleague.personId)).toBe(true)
})
