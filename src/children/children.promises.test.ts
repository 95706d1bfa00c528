/** P40: the report is broken in each way that it can be, and the check must say so. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { type Looking, looking, operationsBut, pageOf } from '../../test/support/promises.ts'
import { newId } from '../platform/database/id.ts'

let desk: TestDesk
let checks: Looking
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const form = pageOf(
  '<main><input name="aboutWhom" type="text" aria-describedby="why"/><p id="why"><a href="/ro/policy#p40">…</a></p></main>',
)
const look = (changed: object = {}) => checks.look('P40', 'report', { page: async () => form, ...changed })
const insert = (ago: string, decided: string | null, more = '') =>
  desk.owner.query(
    `insert into base.child_report (id, kind, language, about_whom, link_hash, received_at, due_at, outcome, known_by, decided_at, decided_by, erasures)
     values ($1::uuid, 'under_age', 'ro', ${decided ? 'null' : "'cineva'"}, $1::uuid::text, now() - $2::interval, now() - $2::interval + interval '1 day',
       ${decided ? `${more || "'no_child', null"}, now() - '${decided}'::interval, $1::uuid, ${more ? 'array[$1::uuid]' : "'{}'"}` : "null, null, null, null, '{}'"})`,
    [newId(), ago],
  )
const clear = () => desk.owner.query('delete from base.child_report')

it('holds with none, with one of this day, and with one decided in time', async () => {
  expect(await look()).toMatchObject({ holds: true })
  await insert('2 hours', null)
  await insert('3 days', '2 days 12 hours')
  expect(await look()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('reports: 2; open: 1') } })
  await clear()
})

it('fails when one waits for more than a day', async () => {
  await insert('25 hours', null)
  expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('past a day: 1') } })
  await clear()
})

it('fails when one was decided too late, and forgets it after a month', async () => {
  await insert('3 days', '1 hour')
  expect(await look()).toMatchObject({ holds: false })
  await clear()
  await insert('40 days', '33 days')
  expect(await look()).toMatchObject({ holds: true })
  await clear()
})

it('fails when a removal has no erasure', async () => {
  await insert('5 hours', '1 hour', "'removed', 'parent'")
  expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('without proof: 1') } })
  await clear()
})

it('fails when the way is closed, asks more than it explains, or needs nobody to decide', async () => {
  const closed = operationsBut(checks.ground, 'child_report.make', { who: { member: 'any' } })
  expect(await look({ operations: closed })).toMatchObject({ holds: false })
  const alone = operationsBut(checks.ground, 'child_report.remove', { who: { system: true } })
  expect(await look({ operations: alone })).toMatchObject({ holds: false })
  expect(await look({ page: async () => pageOf('', { status: 404 }) })).toMatchObject({ holds: false })
  const bare = pageOf('<main><input name="aboutWhom" type="text"/></main>')
  expect(await look({ page: async () => bare })).toMatchObject({ holds: false })
})
