/** A measure counts only while somebody looked at it in time; and the check of P27 says when nobody did. */
import { describe, expect, it } from 'vitest'
import { testDesk } from '../../../test/support/desk.ts'
import { givenProvider, givenStaff } from '../../../test/support/given.ts'
import { looking } from '../../../test/support/promises.ts'
import { inLocale } from '../../platform/language/locale.server.ts'
import { m } from '../../platform/language/words.ts'
import { addDays, addMonths, civilDayOf } from '../../privacy/clock/civil-day.ts'
import { declareMeasures } from './declare-measures.ts'
import { listMeasures, showMeasure } from './list-measures.ts'
import { remindOfMeasures } from './remind-measures.ts'
import { addMeasure, changeMeasure, checkMeasure, endMeasure } from './save-measure.ts'

const today = civilDayOf(new Date())
const system = { kind: 'system', job: 'test' } as const

async function prepared() {
  const desk = await testDesk()
  await givenProvider(desk)
  const privacy = await givenStaff(desk, { roles: ['privacy'] })
  return { desk, privacy, call: desk.as(privacy).call }
}
const watched = { what: 'Paza', place: 'Sediu', everyMonths: 6, ownedBy: null }
const kept = { outcome: 'kept', found: 'am văzut registrul de pază', checkedOn: today } as const

describe('organisational measures', () => {
  it('are entered as the policy promises them, once, and stand as never looked at', async () => {
    const { desk, call } = await prepared()
    const done = await Promise.all(Array.from({ length: 4 }, () => desk.as(system).call(declareMeasures, {})))
    expect(done.reduce((sum, { declared }) => sum + declared, 0)).toBe(4)
    const { measures } = await call(listMeasures, {})
    expect(measures).toHaveLength(4)
    const said = async (locale: 'ro' | 'en') => {
      const shown = await inLocale(locale, () => call(listMeasures, {}))
      return shown.measures.map(({ what, place }) => `${place}: ${what}`)
    }
    const own = m.registers_measure_watched({}, { locale: 'ro' })
    expect(await said('ro')).toContain(`${m.registers_measure_premises({}, { locale: 'ro' })}: ${own}`)
    expect(await said('en')).toContain(
      `${m.registers_measure_premises({}, { locale: 'en' })}: ${m.registers_measure_watched({}, { locale: 'en' })}`,
    )
    expect(measures.every(({ state, isDeclared }) => state === 'never' && isDeclared)).toBe(true)
  })

  it('are due again as many months after each look, and a look cannot be dated ahead or before the last', async () => {
    const { desk, privacy, call } = await prepared()
    const { measureId } = await call(addMeasure, { ...watched, ownedBy: privacy.staffId })
    expect(await call(checkMeasure, { measureId, ...kept })).toEqual({ nextCheckOn: addMonths(today, 6) })
    for (const checkedOn of [addDays(today, 1), addDays(today, -1)]) {
      await expect(call(checkMeasure, { measureId, ...kept, checkedOn })).rejects.toMatchObject({
        fields: { checkedOn: expect.any(String) },
      })
    }
    await call(changeMeasure, { measureId, ...watched, everyMonths: 12, ownedBy: privacy.staffId })
    await call(checkMeasure, { measureId, ...kept, outcome: 'faulty', found: 'lipsea o zi' })
    const shown = await call(showMeasure, { measureId })
    expect(shown).toMatchObject({
      measure: { state: 'faulty', nextCheckOn: addMonths(today, 12), owner: 'Radu Tehnic' },
      checks: [{ outcome: 'faulty' }, { outcome: 'kept' }],
    })
    await expect(desk.owner.query(`update base.measure_check set outcome = 'kept'`)).rejects.toMatchObject({
      code: 'ZV409',
    })
    await call(endMeasure, { measureId })
    await expect(call(checkMeasure, { measureId, ...kept })).rejects.toMatchObject({ code: 'ended' })
    const gone = { ...watched, ownedBy: '01990000-0000-7000-8000-00000000dead' }
    await expect(call(addMeasure, gone)).rejects.toMatchObject({ fields: { ownedBy: expect.any(String) } })
    const sales = await givenStaff(desk, { roles: ['sales', 'technician', 'billing'] })
    await expect(desk.as(sales).call(listMeasures, {})).rejects.toMatchObject({ code: 'role' })
  })

  it('are reminded of once a week, by one letter to each of the owners and the privacy staff', async () => {
    const { desk, call } = await prepared()
    await givenStaff(desk, { roles: ['owner'] })
    await givenStaff(desk, { roles: ['technician'] })
    const first = await call(addMeasure, watched)
    await call(addMeasure, { ...watched, what: 'Biometria' })
    const runs = await Promise.all([1, 2, 3].map(() => desk.as(system).call(remindOfMeasures, {})))
    expect(runs.reduce((sum, { letters }) => sum + letters, 0)).toBe(2)
    const letters = async () =>
      (await desk.owner.query(`select from base.staff_letter where kind = 'measure_reminder'`)).rowCount
    expect(await letters()).toBe(2)
    await desk.owner.query('update base.measure set reminded_on = $1', [addDays(today, -7)])
    await call(checkMeasure, { measureId: first.measureId, ...kept })
    expect(await desk.as(system).call(remindOfMeasures, {})).toEqual({ measures: 1, letters: 2 })
  })
})

describe('P27 register', () => {
  it('does not hold while there is none, one was never looked at, is overdue, or was found wanting', async () => {
    const { desk, call } = await prepared()
    const checks = await looking(desk)
    try {
      const look = () => checks.look('P27', 'register')
      expect(await look()).toMatchObject({ holds: false })
      const { measureId } = await call(addMeasure, watched)
      await call(checkMeasure, { measureId, ...kept })
      expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('missing: 4') } })
      await desk.as(system).call(declareMeasures, {})
      expect(await look()).toMatchObject({
        holds: false,
        figure: { en: expect.stringContaining('never looked at: 4') },
      })
      const promised = (await call(listMeasures, {})).measures.filter((one) => one.id !== measureId)
      for (const { id } of promised) await call(checkMeasure, { measureId: id, ...kept })
      expect(await look()).toMatchObject({ holds: true })
      await call(endMeasure, { measureId: promised[0]?.id ?? '' })
      expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('missing: 1') } })
      expect(await desk.as(system).call(declareMeasures, {})).toEqual({ declared: 1 })
      expect(await look()).toMatchObject({ figure: { en: expect.stringContaining('missing: 0; never looked at: 1') } })
      const [anew] = (await call(listMeasures, {})).measures.filter(({ state }) => state === 'never')
      await call(checkMeasure, { measureId: anew?.id ?? '', ...kept })
      expect(await look()).toMatchObject({ holds: true })
      await desk.owner.query('update base.measure set next_check_on = current_date - 1 where id = $1', [measureId])
      expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('overdue: 1') } })
      await desk.owner.query('update base.measure set next_check_on = current_date + 9')
      await call(checkMeasure, { measureId, ...kept, outcome: 'faulty' })
      expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('wanting: 1') } })
    } finally {
      await checks.close()
    }
  })
})
