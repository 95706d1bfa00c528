/** Erasures that left something, or no trace outside the database: the checks must say so. */
import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../../test/support/desk.ts'
import { givenLogin, givenMember, givenProvider } from '../../../../test/support/given.ts'
import { oneOfEverything } from '../../../../test/support/one-of-everything.ts'
import { type Looking, looking } from '../../../../test/support/promises.ts'
import { ledgerPath } from '../../../app/ledger-path.ts'
import { newId } from '../../../platform/database/id.ts'
import { endAccount } from '../../../rights/ending/end-account.ts'
import { endPerson } from '../../../rights/ending/end-person.ts'
import type { MemberActor } from '../../operation/actor.ts'

let desk: TestDesk
let checks: Looking
/** Whose whole account ended, and who left one. */
let ended: MemberActor
let left: MemberActor

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  checks = await looking(desk)
  const { accountId } = await oneOfEverything(desk.owner, 'ac-pierdut')
  ended = await givenMember(desk, { accountId })
  const owner = await givenMember(desk)
  left = (await givenLogin(desk, await givenMember(desk, { accountId: owner.accountId, roles: ['technical'] }))).actor
  await desk.as(ended).call(endAccount, { understood: 'yes' })
  await desk.as(left).call(endPerson, { understood: 'yes' })
  await desk.runJobs()
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const nothingLeft = () => checks.look('P29', 'no_residue')

it('P29: holds after the end of an account that had a row in every table, and of one person', async () => {
  expect(await nothingLeft()).toMatchObject({
    holds: true,
    figure: { en: 'erasures: 2; not finished: 0; rows left: 0' },
  })
})

it.each([
  ['a name put back', "update base.person set name = 'Ioana' where id = $1"],
  ['an address put back', "update base.person set email = 'ioana@client.test' where id = $1"],
])('P29: %s', async (_, statement) => {
  for (const { personId } of [ended, left]) {
    const { rows } = await desk.owner.query('select name, email from base.person where id = $1', [personId])
    await desk.owner.query(statement, [personId])
    expect(await nothingLeft()).toMatchObject({ holds: false, figure: { en: expect.stringMatching(/rows left: 1$/) } })
    await desk.owner.query('update base.person set name = $2, email = $3 where id = $1', [
      personId,
      rows[0].name,
      rows[0].email,
    ])
  }
  expect(await nothingLeft()).toMatchObject({ holds: true })
})

it('P29: a row that was to go', async () => {
  await desk.owner.query('alter table base.member disable trigger user')
  await desk.owner.query("insert into base.member (account_id, person_id, roles) values ($1, $2, array['technical'])", [
    left.accountId,
    left.personId,
  ])
  expect(await nothingLeft()).toMatchObject({ holds: false })
  await desk.owner.query('delete from base.member where person_id = $1', [left.personId])
})

it('P29: an erasure that came to a halt', async () => {
  await desk.owner.query(`update base.erasure_entry set finished_at = null, at = now() - interval '2 hours'
    where person_id is not null`)
  expect(await nothingLeft()).toMatchObject({
    holds: false,
    figure: { en: expect.stringContaining('not finished: 1') },
  })
  await desk.owner.query('update base.erasure_entry set finished_at = now()')
})

it('P30: an entry that stands in the database alone, or beside a ledger that was changed or cut', async () => {
  const ledgerHolds = () => checks.look('P30', 'ledger')
  expect(await ledgerHolds()).toMatchObject({
    holds: true,
    figure: {
      en: 'erasures, withdrawals, restrictions and ends of access outside the database: 6; absent from there: 0',
    },
  })
  await desk.owner.query('update base.ledger_entry set id = $1 where seq = 1', [newId()])
  expect(await ledgerHolds()).toMatchObject({ holds: false, figure: { en: expect.stringMatching(/from there: 1$/) } })
  await desk.owner.query("update base.ledger_entry set seq = null, at = now() - interval '3 minutes' where seq = 1")
  expect(await ledgerHolds()).toMatchObject({ holds: false, figure: { en: expect.stringMatching(/from there: 1$/) } })
  await desk.owner.query('delete from base.ledger_entry where seq is null')
  expect(await ledgerHolds()).toMatchObject({ holds: true })
  const path = ledgerPath(desk.dataFolder)
  const [first = ''] = (await readFile(path, 'utf8')).split('\n')
  await writeFile(path, `${first}\n`)
  expect(await ledgerHolds()).toMatchObject({ holds: false })
  await writeFile(path, '{"id":"x","hash":"y"}\n')
  await expect(checks.look('P30', 'ledger')).rejects.toMatchObject({ code: 'ledger_damaged' })
})
