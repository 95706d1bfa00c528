/** Whoever answers for transfers hears of a ground before its review has passed, and until somebody looks. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenProcessor, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { civilDay } from '../../platform/language/format.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { StaffActor } from '../../privacy/operation/actor.ts'
import { reinstateGround } from './ground.ts'
import { remindOfGrounds } from './remind-grounds.ts'

const today = civilDayOf(new Date())
let desk: TestDesk
let privacy: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  privacy = await givenStaff(desk, { roles: ['privacy'] })
  await givenStaff(desk, { roles: ['technician', 'sales', 'billing'] })
})
afterAll(() => desk.close())
const disableAll = () =>
  desk.owner.query('update base.processor set enabled_at = null, enabled_by = null, disabled_at = now()')

async function ground(reviewOn: string | null): Promise<string> {
  await disableAll()
  const { groundId } = await givenProcessor(desk, 'mail', { kind: reviewOn ? 'adequacy' : 'eea' })
  await desk.owner.query('update base.transfer_ground set review_on = $2 where id = $1', [groundId, reviewOn])
  // Whoever is made with a company answers for privacy too: one is left.
  await desk.owner.query('update base.staff set ended_at = now() where id <> $1', [privacy.staffId])
  return groundId
}
const remind = () => desk.as({ kind: 'system', job: 'test' }).call(remindOfGrounds, {})
const letters = async () =>
  (await desk.owner.query(`select count(*)::int as count from base.staff_letter where kind = 'ground_reminder'`))
    .rows[0].count as number

it.each([
  ['is past its review', -1, 1],
  ['is to be reviewed within two weeks', 14, 1],
  ['has longer to go', 15, 0],
])('a ground that %s', async (_, days, told) => {
  const before = await letters()
  await ground(addDays(today, days))
  expect(await remind()).toEqual({ grounds: told, letters: told })
  expect((await letters()) - before).toBe(told)
})

it('is not written about where nobody rests on it, where it fell, or where it has no review', async () => {
  await ground(null)
  expect(await remind()).toEqual({ grounds: 0, letters: 0 })
  const fallen = await ground(addDays(today, -3))
  await desk.owner.query(
    `update base.transfer_ground set invalid_at = now(), invalid_by = $2, invalid_why = 'x' where id = $1`,
    [fallen, privacy.staffId],
  )
  expect(await remind()).toEqual({ grounds: 0, letters: 0 })
  await ground(addDays(today, -3))
  await disableAll()
  expect(await remind()).toEqual({ grounds: 0, letters: 0 })
})

it('is written about once a week however often the job runs, until somebody looked', async () => {
  const groundId = await ground(addDays(today, -1))
  const runs = await Promise.all([1, 2, 3].map(remind))
  expect(runs.reduce((sum, run) => sum + run.letters, 0)).toBe(1)
  await desk.owner.query('update base.transfer_ground set reminded_on = $2 where id = $1', [
    groundId,
    addDays(today, -7),
  ])
  expect(await remind()).toEqual({ grounds: 1, letters: 1 })
  const words = (await lettersTo(desk, `${privacy.staffId}@provider.test`)).at(-1)?.words
  expect(words?.lines.join('\n')).toContain(
    `Decizia de probă: reverificarea trebuia făcută până la ${civilDay(addDays(today, -1), 'ro')} (Poșta de Probă SRL)`,
  )
  const looked = { groundId, why: 'am citit decizia', reviewOn: addDays(today, 365) }
  await desk.as(privacy).call(reinstateGround, looked)
  await desk.owner.query('update base.transfer_ground set reminded_on = null')
  expect(await remind()).toEqual({ grounds: 0, letters: 0 })
})
