import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember } from '../../../test/support/given.ts'
import { maps } from '../../app/maps.ts'
import { markerFaults } from '../../privacy/limits/marker-faults.ts'
import { consentText } from '../../privacy/notice/consent-text.ts'
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
    desk.as(member).call(setChoice, { purpose, choice, text: consentText(purpose, 'ro').hash })
  expect(await seenBy('updates', member.personId)).toBe(false)
  await choose('updates', 'on')
  expect(await seenBy('updates', member.personId)).toBe(true)
  await choose('updates', 'on')
  await choose('updates', 'off')
  expect(await seenBy('updates', member.personId)).toBe(false)
  const { rows } = await desk.owner.query(
    'select decision, method, text_version, surface, path, text_hash as hash from base.consent_entry where person_id = $1 order by id',
    [member.personId],
  )
  const shown = { text_version: '2026-11', surface: 'privacy centre', path: '/desk/privacy' }
  const { hash } = consentText('updates', 'ro')
  expect(rows).toEqual([
    { decision: 'given', method: 'accept', ...shown, hash },
    { decision: 'withdrawn', method: 'withdraw', ...shown, hash },
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

it('takes no consent to words that were not shown: none, another language, another purpose, an old page', async () => {
  const member = await givenMember(desk)
  const texts = [undefined, '', consentText('updates', 'en').hash, consentText('openings', 'ro').hash, 'a'.repeat(64)]
  for (const text of texts) {
    const choosing = desk.as(member).call(setChoice, { purpose: 'updates', choice: 'on', ...(text ? { text } : {}) })
    await expect(choosing).rejects.toMatchObject({ fields: { text: expect.any(String) } })
  }
  expect(await seenBy('updates', member.personId)).toBe(false)
  const { rowCount } = await desk.owner.query('select from base.consent_entry where person_id = $1', [member.personId])
  expect(rowCount).toBe(0)
})

it('says until when a consent counts, and no longer calls it one after that day', async () => {
  const member = await givenMember(desk)
  await desk.as(member).call(setChoice, { purpose: 'updates', choice: 'on', text: consentText('updates', 'ro').hash })
  const updates = async () => (await desk.as(member).call(listChoices, {})).choices[0]
  const choice = await updates()
  expect(choice).toMatchObject({ purpose: 'updates', state: 'on' })
  expect((choice?.until?.getTime() ?? 0) - (choice?.since?.getTime() ?? 0)).toBeLessThanOrEqual(366 * 86_400_000)
  await desk.owner.query(`update base.limit_entry set at = at - interval '13 months' where person_id = $1`, [
    member.personId,
  ])
  expect(await updates()).toMatchObject({ state: 'off', until: null })
})
