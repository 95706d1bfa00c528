import { expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember } from '../../../test/support/given.ts'
import { showOwnName } from '../../../test/support/probe.ts'
import { newId } from '../../platform/database/id.ts'

const entries = async (desk: TestDesk) =>
  (await desk.owner.query('select operation, outcome, subjects, account_id from base.audit_entry order by seq')).rows

it('is logged while it runs', async () => {
  const running: { desk?: TestDesk } = {}
  const operation = showOwnName(() =>
    expect.poll(async () => await entries(running.desk!)).toMatchObject([{ operation: 'probe.own', outcome: 'done' }]),
  )
  const desk = await testDesk({ operations: [operation] })
  running.desk = desk
  const member = await givenMember(desk)
  expect(await desk.as(member).call(operation, {})).toEqual({ name: 'Ioana Popa' })
  expect(await entries(desk)).toMatchObject([{ subjects: [member.personId], account_id: member.accountId }])
})

it('is not answered before its entry stands in the log, nor when it cannot stand there', async () => {
  const operation = showOwnName()
  const desk = await testDesk({ operations: [operation] })
  const member = await givenMember(desk)
  const held = await desk.owner.connect()
  await held.query('begin')
  await held.query('select from base.audit_head for update')
  const state: { answered: boolean } = { answered: false }
  const call = desk
    .as(member)
    .call(operation, {})
    .finally(() => {
      state.answered = true
    })
  const waiting = `select from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`
  await expect.poll(async () => (await desk.owner.query(waiting)).rowCount).toBe(1)
  expect(state.answered).toBe(false)
  await held.query('commit')
  held.release()
  expect(await call).toEqual({ name: 'Ioana Popa' })
  await desk.owner.query('alter table base.audit_entry add constraint never check (operation is null) not valid')
  await expect(desk.as(member).call(operation, {})).rejects.toThrow(/never/)
})

it('is followed by an entry that says so when it comes to nothing', async () => {
  const operation = showOwnName()
  const desk = await testDesk({ operations: [operation] })
  const member = await givenMember(desk)
  const gone = { ...member, personId: newId() }
  await expect(desk.as(gone).call(operation, {})).rejects.toMatchObject({ status: 404 })
  const about = { subjects: [gone.personId], account_id: gone.accountId }
  expect(await entries(desk)).toMatchObject([
    { ...about, outcome: 'done' },
    { ...about, outcome: 'refused' },
  ])
})

it('may not say otherwise later whom it concerns', async () => {
  const operation = showOwnName(({ concerning }) => concerning({ accountId: newId() }))
  const desk = await testDesk({ operations: [operation] })
  const member = await givenMember(desk)
  await expect(desk.as(member).call(operation, {})).rejects.toThrow('probe.own said beforehand whom it concerns')
  expect(await entries(desk)).toMatchObject([{ outcome: 'done' }, { outcome: 'failed' }])
})
