/** Backups that do not end, or lie open, and erased people who are back: the checks must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenLogin, givenMember, givenPassword, givenProvider } from '../../test/support/given.ts'
import { type Looking, looking } from '../../test/support/promises.ts'
import { ledgerPath } from '../app/ledger-path.ts'
import { createApiKey } from '../identity/api-key/create-api-key.ts'
import { endApiKey } from '../identity/api-key/end-api-key.ts'
import { changePassword } from '../identity/security/change-password.ts'
import { newId } from '../platform/database/id.ts'
import { fileLedger } from '../privacy/ledger/outside-ledger.ts'
import { endAccount } from '../rights/ending/end-account.ts'

let desk: TestDesk
let checks: Looking
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  checks = await looking(desk)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const backups = () => checks.look('P30', 'backups')
const replayed = () => checks.look('P30', 'replayed')

async function givenRun(columns: Readonly<Record<string, string>>): Promise<string> {
  const id = newId()
  const row = {
    id: `'${id}'`,
    name: `'zavor-${id}'`,
    place: `'/backups'`,
    how: `'schedule'`,
    started_at: 'now()',
    finished_at: 'now()',
    recipients: `'{age1x}'`,
    expires_at: `now() + interval '30 days'`,
    ...columns,
  }
  await desk.owner.query(
    `insert into base.backup_run (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`,
  )
  return id
}

it('P30: holds with none, and with one that is encrypted and in its time', async () => {
  expect(await backups()).toMatchObject({ holds: true })
  await givenRun({})
  expect(await backups()).toMatchObject({
    holds: true,
    figure: { en: 'backups kept: 1; expired and not removed: 0; not encrypted: 0' },
  })
})

it.each([
  ['one that expired and is still there', { expires_at: `now() - interval '3 days'` }],
  ['one that nobody encrypted', { recipients: `'{}'` }],
])('P30: %s', async (_, columns) => {
  const id = await givenRun(columns)
  expect(await backups()).toMatchObject({ holds: false })
  await desk.owner.query('delete from base.backup_run where id = $1', [id])
  expect(await backups()).toMatchObject({ holds: true })
})

it('P30: attempts that have failed for days', async () => {
  await desk.owner.query(
    `update base.backup_run set started_at = now() - interval '3 days', finished_at = now() - interval '3 days'`,
  )
  expect(await backups()).toMatchObject({ holds: true })
  const id = await givenRun({ name: 'null', failure: `'no space'`, expires_at: 'null' })
  expect(await backups()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('attempts failed') } })
  await desk.owner.query('delete from base.backup_run where id = $1', [id])
})

describe('P30: with backups that are made by themselves each day', () => {
  const plan = { backupPlan: { place: '/backups', at: '03:20' } }
  const planned = () => checks.look('P30', 'backups', plan)
  beforeAll(() => desk.owner.query('delete from base.backup_run'))

  it('one that is killed each night leaves no word, and the check says since when there is none', async () => {
    await desk.owner.query(`update base.provider set set_up_at = now() - interval '35 hours'`)
    expect(await planned()).toMatchObject({ holds: true })
    await desk.owner.query(`update base.provider set set_up_at = '2026-01-02 03:04:05Z'`)
    const late = { holds: false, figure: { en: expect.stringContaining('none since 2026-01-02 03:04 UTC') } }
    expect(await planned()).toMatchObject(late)
    expect((await planned()).figure.ro).toContain('niciuna din 2026-01-02 03:04 UTC')
    // By hand alone is what the operator chose.
    expect(await backups()).toMatchObject({ holds: true })
  })

  it('the newest counts for a day and a half, one that failed or is gone not at all', async () => {
    const id = await givenRun({ finished_at: `now() - interval '35 hours'` })
    expect(await planned()).toMatchObject({ holds: true })
    await desk.owner.query(`update base.backup_run set finished_at = now() - interval '37 hours' where id = $1`, [id])
    expect(await planned()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('none since') } })
    await givenRun({ name: 'null', failure: `'no space'`, expires_at: 'null' })
    await givenRun({ gone_at: 'now()' })
    expect(await planned()).toMatchObject({ holds: false })
    await givenRun({ how: `'command'` })
    expect(await planned()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('the newest') } })
    await desk.owner.query('delete from base.backup_run')
  })
})

it('P30: somebody erased who is there again, and a restore that left something', async () => {
  const member = await givenMember(desk)
  await desk.as(member).call(endAccount, { understood: 'yes' })
  await desk.runJobs()
  expect(await replayed()).toMatchObject({
    holds: true,
    figure: {
      en: 'erasures noted outside the database: 1; of these, with data present again: 0; ends of access: 0; open again: 0; restores: 0',
    },
  })
  await desk.owner.query('update base.person set erased_at = null where id = $1', [member.personId])
  expect(await replayed()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('present again: 1') } })
  await desk.owner.query('update base.person set erased_at = now() where id = $1', [member.personId])
  await desk.owner.query(
    `insert into base.restore_run (id, kind, started_at, finished_at, report) values ($1, 'in_place', now(), now(), '{"residue": {"rowsLeft": 1}}')`,
    [newId()],
  )
  expect(await replayed()).toMatchObject({ holds: false })
  await desk.owner.query('delete from base.restore_run')
  expect(await replayed()).toMatchObject({ holds: true })
})

it('P30: a key that was ended and is good again', async () => {
  const member = await givenMember(desk)
  const { actor } = await givenLogin(desk, member)
  await desk.as(actor).call(createApiKey, { name: 'Monitorizare', days: 90 })
  const { rows } = await desk.owner.query('select id from base.api_key')
  const keyId: string = rows[0].id
  await desk.as(member).call(endApiKey, { keyId })
  expect(await replayed()).toMatchObject({
    holds: true,
    figure: { en: expect.stringContaining('access: 1; open again: 0') },
  })
  await desk.owner.query('update base.api_key set ended_at = null where id = $1', [keyId])
  expect(await replayed()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('open again: 1') } })
  await desk.owner.query('update base.api_key set ended_at = now() where id = $1', [keyId])
  expect(await replayed()).toMatchObject({ holds: true })
})

it('P30: a password that was changed and opens again', async () => {
  const { actor } = await givenLogin(desk, await givenMember(desk))
  const of = [actor.loginId]
  await desk.as(actor).call(changePassword, { current: givenPassword, password: 'patru gutui pe raft' })
  expect(await replayed()).toMatchObject({ holds: true })
  await desk.owner.query(`update base.login set password_changed_at = null where id = $1`, of)
  expect(await replayed()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('open again: 1') } })
  await desk.owner.query('update base.login_credential set password = null where login_id = $1', of)
  expect(await replayed()).toMatchObject({ holds: true })
})

it('P30: a database that does not know what the ledger outside knows', async () => {
  const member = await givenMember(desk)
  const line = {
    id: newId(),
    kind: 'erasure',
    accountId: member.accountId,
    personId: member.personId,
    persons: [],
    at: '2026-11-26T10:00:00Z',
    counts: {},
  }
  await fileLedger(ledgerPath(desk.dataFolder)).append([JSON.stringify(line)])
  expect(await replayed()).toMatchObject({ holds: false })
})
