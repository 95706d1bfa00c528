import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { listPlaybookChanges } from './list-playbook-changes.ts'
import { changedFields, playbookFields } from './playbook.rules.ts'
import type { PlaybookVersion } from './playbook.view.ts'
import { savePlaybook } from './save-playbook.ts'
import { showPlaybook } from './show-playbook.ts'

it('is written by both sides, and keeps who said what', async () => {
  const desk = await testDesk()
  const ioana = await givenMember(desk, { name: 'Ioana Popa' })
  const tehnic = await givenStaff(desk, { name: 'Radu Tehnic' })
  const { accountId } = ioana
  expect(await desk.as(ioana).call(showPlaybook, {})).toEqual({ playbook: null })
  await desk.as(tehnic).call(savePlaybook, { accountId, seen: 0, never: 'Nu opriți baza.' })
  await desk.as(ioana).call(savePlaybook, { seen: 1, never: 'Nu opriți baza.', hours: '22-6' })
  expect(await desk.as(ioana).call(savePlaybook, { seen: 2, never: 'Nu opriți baza.', hours: '22-6' })).toEqual({
    version: 2,
  })
  const { playbook } = await desk.as(tehnic).call(showPlaybook, { accountId })
  expect(playbook).toMatchObject({ version: 2, never: 'Nu opriți baza.', hours: '22-6', by: { name: 'Ioana Popa' } })
  const { versions } = await desk.as(ioana).call(listPlaybookChanges, {})
  expect(versions.map(({ version, by }) => [version, by.name])).toEqual([
    [2, 'Ioana Popa'],
    [1, 'Radu Tehnic'],
  ])
})

it('nobody overwrites what they did not see: of many who save at once one wins', async () => {
  const desk = await testDesk()
  const ioana = await givenMember(desk)
  const tries = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map((tone) => desk.as(ioana).call(savePlaybook, { seen: 0, tone })),
  )
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason.status).toBe(409)
  await expect(desk.as(ioana).call(savePlaybook, { seen: 0, tone: 'e' })).rejects.toMatchObject({
    code: 'changed_meanwhile',
  })
  expect((await desk.owner.query('select from base.playbook')).rowCount).toBe(1)
})

it('what was saved cannot be changed by the desk, only added to', async () => {
  const desk = await testDesk()
  const { rows } = await desk.owner.query(
    `select privilege_type from information_schema.role_table_grants where grantee = 'zavor_support' and table_name = 'playbook'
       and table_schema = 'base' and privilege_type in ('UPDATE', 'DELETE')
     union select privilege_type from information_schema.column_privileges where grantee = 'zavor_support' and table_name = 'playbook'
       and table_schema = 'base' and privilege_type = 'UPDATE'`,
  )
  expect(rows).toEqual([])
})

it('the changes of a save are exactly the fields that differ', () => {
  const sheet = fc.record(Object.fromEntries(playbookFields.map((field) => [field, fc.constantFrom('', 'a', 'b')])))
  fc.assert(
    fc.property(sheet, sheet, (now, before) => {
      const changed = changedFields(now as unknown as PlaybookVersion, before as unknown as PlaybookVersion)
      for (const field of playbookFields) expect(changed.includes(field)).toBe(now[field] !== before[field])
    }),
  )
})
