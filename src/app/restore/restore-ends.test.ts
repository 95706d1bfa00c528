/** A backup put back: whatever gave access and ended since ends again, nothing is given, and nobody is locked out. */
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvedLease, askedServer, deposited, givenTicket } from '../../../test/support/access.ts'
import { type BackedDesk, backedDesk, type RestoreTarget, restoreTarget } from '../../../test/support/backup.ts'
import { approveStudy, givenStudy } from '../../../test/support/case-study.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenLogin, givenMember, givenProcessor, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { databaseRing } from '../../../test/support/test-server.ts'
import { withdrawDeposit } from '../../access/deposit/withdraw-deposit.ts'
import { endLease } from '../../access/lease/end-lease.ts'
import { setAccessRule } from '../../access/lease/set-rule.ts'
import { decideCaseStudy } from '../../case-study/decide-study.ts'
import { dropCaseStudy, writeCaseStudy } from '../../case-study/write-study.ts'
import { addFact, removeFact } from '../../enrichment/facts.ts'
import { replaySwitchOff } from '../../enrichment/replay-enrichment-end.ts'
import { showEnrichment, turnEnrichment } from '../../enrichment/turn-enrichment.ts'
import { changeRoles } from '../../identity/account/change-roles.ts'
import { endPlace } from '../../identity/account/end-place.ts'
import { createApiKey } from '../../identity/api-key/create-api-key.ts'
import { endApiKey } from '../../identity/api-key/end-api-key.ts'
import { removePasskey } from '../../identity/security/remove-passkey.ts'
import { changeStaffRoles, endStaff } from '../../identity/staff/change-staff.ts'
import { newId } from '../../platform/database/id.ts'
import { endLine } from '../../privacy/ledger/know-line.ts'
import { fileLedger, type LedgerLine } from '../../privacy/ledger/outside-ledger.ts'
import type { StaffActor } from '../../privacy/operation/actor.ts'
import { disableProcessor, enableProcessor } from '../../registers/processors/enable-processor.ts'
import { invalidateGround } from '../../registers/processors/ground.ts'
import { writeContact } from '../../site/contact/write-contact.ts'
import { cancelSuccession, startSuccession } from '../../succession/start-campaign.ts'
import { ledgerPath } from '../ledger-path.ts'
import { passingDesk } from '../passing-desk.ts'
import { quietLedger } from './quiet-ledger.ts'
import { replay } from './replay.ts'
import { restoreInPlace } from './restore-in-place.ts'

let desk: TestDesk
let backed: BackedDesk
let owner: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  backed = await backedDesk(desk)
  await givenProvider(desk)
  owner = await givenStaff(desk, { roles: ['owner'] })
})
afterAll(() => desk.close())

const outside = (folder = desk.dataFolder) => fileLedger(ledgerPath(folder)).read()
async function targetNow(): Promise<RestoreTarget> {
  const target = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(target.dataFolder)).catch(() => {})
  return target
}
const one = async (of: Pick<TestDesk, 'owner'> | RestoreTarget['database'], sql: string, id: string) =>
  (await of.owner.query(sql, [id])).rows[0]
const keyOf = async (table: 'api_key' | 'staff_api_key') =>
  (await desk.owner.query(`select id from base.${table} order by id desc limit 1`)).rows[0].id as string

async function givenPasskey(loginId: string): Promise<string> {
  const id = newId()
  await desk.owner.query(
    `insert into base.login_passkey (id, login_id, public_key, credential_id, counter, device_type, backed_up)
     values ($1, $2, 'k', gen_random_uuid()::text, 0, 'singleDevice', false)`,
    [id, loginId],
  )
  return id
}

/** A client that handed a server over, a technician with a lease on it, and keys of both. */
async function entrusted() {
  const member = (await givenLogin(desk, await givenMember(desk))).actor
  const technician = (await givenLogin(desk, await givenStaff(desk, { roles: ['technician', 'sales'] }))).actor
  const ids = await askedServer(desk, technician, member.accountId)
  const given = await deposited(desk, member, ids)
  const ticketId = await givenTicket(desk.owner, member.accountId, technician.staffId)
  const targetId = (await one(desk, 'select target_id from base.deposit where id = $1', given.place.depositId))
    .target_id
  const leaseId = await approvedLease(desk, technician, member, { targetId, ticketId })
  await desk.as(member).call(createApiKey, { name: 'Monitorizare', days: 90 })
  await desk.as(technician).call(createApiKey, { name: 'Scripturi', days: 90 })
  const keys = { member: await keyOf('api_key'), staff: await keyOf('staff_api_key') }
  return { member, technician, depositId: given.place.depositId, leaseId, keys }
}
type Entrusted = Awaited<ReturnType<typeof entrusted>>

const states = {
  deposit: 'select ending, sealed is null as empty from base.deposit where id = $1',
  lease: 'select status from base.lease where id = $1',
  api_key: 'select ended_at is not null as ended from base.api_key where id = $1',
  staff_api_key: 'select ended_at is not null as ended from base.staff_api_key where id = $1',
  member: 'select roles, ended_at is not null as ended from base.member where person_id = $1',
  staff: 'select roles, ended_at is not null as ended from base.staff where id = $1',
  rule: 'select approval from base.access_rule where account_id = $1',
}

describe('after a restore', () => {
  it('all that was taken back, ended and narrowed since is so again, and what nobody ended lives on', async () => {
    const gone = await entrusted()
    const lives = await entrusted()
    const colleague = await givenMember(desk, { accountId: gone.member.accountId, roles: ['technical'] })
    const clerk = await givenMember(desk, { accountId: gone.member.accountId, roles: ['owner', 'billing'] })
    const passkeyId = await givenPasskey(gone.member.loginId)
    const { name } = await backed.backup()
    const before = (await outside()).length
    await desk.as(gone.member).call(withdrawDeposit, { depositId: gone.depositId })
    // The line stands outside before the answer: nothing was settled by hand.
    expect((await outside()).slice(before)).toMatchObject([
      { kind: 'end', what: 'deposit', of: gone.depositId, accountId: gone.member.accountId, roles: null },
      { kind: 'end', what: 'lease', of: gone.leaseId },
    ])
    await desk.as(lives.member).call(endLease, { leaseId: lives.leaseId })
    await desk.as(gone.member).call(endApiKey, { keyId: gone.keys.member })
    await desk.as(gone.technician).call(endApiKey, { keyId: gone.keys.staff })
    await desk.as(gone.member).call(removePasskey, { passkeyId })
    await desk.as(gone.member).call(endPlace, { personId: colleague.personId })
    await desk.as(gone.member).call(changeRoles, { personId: clerk.personId, roles: ['billing', 'technical'] })
    await desk.as(owner).call(endStaff, { staffId: gone.technician.staffId })
    await desk.as(owner).call(changeStaffRoles, { staffId: lives.technician.staffId, roles: ['sales', 'privacy'] })
    await desk.as(gone.member).call(setAccessRule, { approval: 'client' })
    const text = await readFile(ledgerPath(desk.dataFolder), 'utf8')
    for (const word of ['Radu', 'Monitorizare', 'S3cret', 'Scripturi', '@']) expect(text).not.toContain(word)
    const { database } = await restored(name)
    const now = (of: keyof typeof states, id: string) => one(database, states[of], id)
    expect(await now('deposit', gone.depositId)).toEqual({ ending: 'withdrawn', empty: true })
    expect(await now('lease', gone.leaseId)).toEqual({ status: 'ended' })
    expect(await now('api_key', gone.keys.member)).toEqual({ ended: true })
    expect(await now('staff_api_key', gone.keys.staff)).toEqual({ ended: true })
    expect(await now('member', colleague.personId)).toMatchObject({ ended: true })
    expect(await now('member', clerk.personId)).toEqual({ roles: ['billing'], ended: false })
    expect(await now('staff', gone.technician.staffId)).toMatchObject({ ended: true })
    expect(await now('staff', lives.technician.staffId)).toEqual({ roles: ['sales'], ended: false })
    expect(await now('rule', gone.member.accountId)).toEqual({ approval: 'client' })
    expect(await one(database, 'select id from base.login_passkey where id = $1', passkeyId)).toBeUndefined()
    expect(await now('deposit', lives.depositId)).toEqual({ ending: null, empty: false })
    expect(await now('lease', lives.leaseId)).toEqual({ status: 'ended' })
    expect(await now('api_key', lives.keys.member)).toEqual({ ended: false })
    expect(await now('staff_api_key', lives.keys.staff)).toEqual({ ended: false })
  })

  it('companies and grounds that were closed since are closed, and texts and links that were ended are gone', async () => {
    const { processorId: mail } = await givenProcessor(desk)
    const { groundId } = await givenProcessor(desk, 'backup_store')
    const { processorId: host } = await givenProcessor(desk, 'hosting')
    const member = (await givenLogin(desk, await givenMember(desk))).actor
    const sales = await givenStaff(desk, { roles: ['sales'] })
    const studyId = await givenStudy(desk, sales, member.accountId)
    const otherId = await givenStudy(desk, sales, member.accountId, { titleEn: 'Two' })
    for (const id of [studyId, otherId]) await approveStudy(desk, member, id)
    const contact = { name: 'Dora', email: `${newId()}@visitor.test`, message: 'Bună ziua', language: 'ro' } as const
    const { token } = await desk.as({ kind: 'visitor' }).call(writeContact, { ...contact, sendingId: newId() })
    const { name } = await backed.backup()
    const why = 'schimbăm firma'
    await desk.as(owner).call(disableProcessor, { processorId: mail, why })
    await desk.as(owner).call(disableProcessor, { processorId: host, why })
    await desk.as({ ...owner, freshAt: new Date() }).call(enableProcessor, { processorId: host })
    await desk.as(owner).call(invalidateGround, { groundId, why: 'decizia a căzut' })
    await desk.as(member).call(decideCaseStudy, { studyId, answer: 'no' })
    await desk.owner.query(`update base.ticket_link set ended_at = now() where ended_at is null`)
    await desk.tools.ledger.settle()
    const { database, report } = await restored(name)
    const enabled = 'select enabled_at is not null as enabled from base.processor where id = $1'
    expect(await one(database, enabled, mail)).toEqual({ enabled: false })
    // Disabled and enabled again since: its last line counts.
    expect(await one(database, enabled, host)).toEqual({ enabled: true })
    expect(
      await one(database, 'select invalid_at is not null as fell from base.transfer_ground where id = $1', groundId),
    ).toEqual({ fell: true })
    const shown = await database.owner.query(
      'select study_id from case_studies.case_study_approval where withdrawn_at is null',
    )
    // The consent stands for the other text, so that only the approval's own line takes this one down.
    expect(shown.rows).toEqual([{ study_id: otherId }])
    expect((await database.owner.query('select from base.ticket_link where ended_at is null')).rowCount).toBe(0)
    expect(report.replayed).toMatchObject({ recipientsClosed: 2, approvalsEnded: 1 })
    expect(token).toHaveLength(64)
  })

  it('what was shown or gathered and then taken away is away, whoever approved it; what was turned on since waits', async () => {
    const member = (await givenLogin(desk, await givenMember(desk))).actor
    const sales = await givenStaff(desk, { roles: ['sales'] })
    const fresh = { ...owner, freshAt: new Date() }
    const publish = async (titleEn: string) => {
      const studyId = await givenStudy(desk, sales, member.accountId, { titleEn })
      await approveStudy(desk, member, studyId)
      return studyId
    }
    const [kept, dropped, rewritten] = [await publish('Kept'), await publish('Dropped'), await publish('Wrong')]
    await desk.as(fresh).call(turnEnrichment, { state: 'on' })
    const fact = {
      accountId: member.accountId,
      personId: member.personId,
      field: 'website',
      sourceOn: '2026-11-01',
    } as const
    const { factId } = await desk.as(sales).call(addFact, { ...fact, value: 'https://wrong.test', source: 'Registru' })
    await desk.as(sales).call(addFact, { ...fact, value: 'https://right.test', source: 'Registru' })
    const campaign = await desk.as(fresh).call(startSuccession, {
      successor: 'Cumpărător SRL',
      country: 'RO',
      whyRo: 'Ne unim cu o altă echipă.',
      whyEn: 'We join another team.',
      closesOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    })
    const { name } = await backed.backup()
    await desk.as(sales).call(dropCaseStudy, { accountId: member.accountId, studyId: dropped })
    await desk.as(sales).call(writeCaseStudy, {
      accountId: member.accountId,
      studyId: rewritten,
      titleRo: 'Un caz',
      titleEn: 'Right',
      bodyRo: 'A mers.',
      bodyEn: 'It ran.',
    })
    await desk.as(sales).call(removeFact, { accountId: member.accountId, factId })
    await desk.as(fresh).call(cancelSuccession, { campaignId: campaign.campaignId })
    await desk.as(fresh).call(turnEnrichment, { state: 'off' })
    const { database, report } = await restored(name)
    const shown = await database.owner.query(
      `select s.id from case_studies.case_study s join case_studies.case_study_approval a on a.study_id = s.id
       where s.account_id = $1 and s.dropped_at is null and a.withdrawn_at is null and a.text_hash = s.text_hash`,
      [member.accountId],
    )
    expect(shown.rows).toEqual([{ id: kept }])
    const facts = await database.owner.query('select value from base.enrichment_fact where removed_at is null')
    expect(facts.rows).toEqual([{ value: 'https://right.test' }])
    const state = 'select state, turned_by from base.enrichment_switch order by turned_at desc, id desc limit 1'
    expect((await database.owner.query(state)).rows).toEqual([{ state: 'off', turned_by: null }])
    const cancelled = 'select cancelled_at is not null as cancelled from base.succession_campaign where id = $1'
    expect(await one(database, cancelled, campaign.campaignId)).toEqual({ cancelled: true })
    expect(report.replayed).toMatchObject({
      studiesDropped: 2,
      additionsEnded: 2,
      campaignsCancelled: 1,
      approvalsEnded: 0,
    })
    // What was turned on since is turned on by people, and an end that somebody took back is none.
    await desk.as(fresh).call(turnEnrichment, { state: 'on' })
    const line = {
      kind: 'end',
      id: newId(),
      accountId: newId(),
      at: new Date().toISOString(),
      seq: 1,
      hash: '',
    } as const
    const off = { ...line, what: 'enrichment', of: newId(), roles: null, isOvertaken: true } as const
    const on = { ...off, roles: ['open'], isOvertaken: false }
    for (const said of [off, on]) {
      const { done } = await desk.as({ kind: 'system', job: 'restore' }).call(replaySwitchOff, said)
      expect(done).toBe('nobody')
    }
    expect(await desk.as(owner).call(showEnrichment, {})).toMatchObject({ state: 'on' })
  })

  it('a place is as its last line says and gets no role that it did not have; the only owner known stays', async () => {
    const staff = await givenStaff(desk, { roles: ['technician'] })
    const moved = await givenStaff(desk, { roles: ['billing'] })
    const old = (await givenLogin(desk, await givenMember(desk))).actor
    const { name } = await backed.backup()
    const roles = (staffId: string, to: StaffActor['roles']) =>
      desk.as(owner).call(changeStaffRoles, { staffId, roles: [...to] })
    await roles(staff.staffId, ['sales'])
    await roles(staff.staffId, ['technician', 'owner'])
    await roles(moved.staffId, ['sales'])
    const next = await givenMember(desk, { accountId: old.accountId })
    await desk.as(next).call(endPlace, { personId: old.personId })
    const { database, report } = await restored(name)
    expect(await one(database, states.staff, staff.staffId)).toEqual({ roles: ['technician'], ended: false })
    // Nothing is left of what it was: whoever holds it now is invited anew.
    expect(await one(database, states.staff, moved.staffId)).toMatchObject({ ended: true })
    expect(await one(database, states.member, old.personId)).toEqual({ roles: ['owner'], ended: false })
    expect(report.replayed).toMatchObject({ placesEnded: 1, rolesNarrowed: 0, ownersKept: 1 })
    const kept = (await database.owner.query('select report from base.restore_run')).rows[0].report.replayed
    expect(kept.ownersKept).toBe(1)
  })

  it('nothing is opened with another key, and a line that this release does not know is not passed over', async () => {
    const given = await entrusted()
    const { name } = await backed.backup()
    await desk.as(given.member).call(withdrawDeposit, { depositId: given.depositId })
    const target = await targetNow()
    const wrong = backed.restore(name, target, { identities: [await generateX25519Identity()] })
    await expect(wrong).rejects.toThrow('does not open with this key')
    const { rows } = await target.database.owner.query(`select from pg_namespace where nspname = 'base'`)
    expect(rows).toEqual([])
    const unknown = { id: newId(), kind: 'end', accountId: given.member.accountId, at: new Date().toISOString() }
    const line = JSON.stringify({ ...unknown, what: 'tunnel', of: newId(), roles: null })
    await fileLedger(ledgerPath(target.dataFolder)).append([line])
    await expect(backed.restore(name, target)).rejects.toMatchObject({
      code: 'ledger',
      message: expect.stringContaining('tunnel'),
    })
  })

  it('cut off half-way it goes on, in place too, and twice is once', async () => {
    const given: Entrusted = await entrusted()
    const { name } = await backed.backup()
    // A database of then, open with the ledger of then, as a snapshot of its disk gives it back.
    const target = await targetNow()
    await backed.restore(name, target)
    const known = (await outside(target.dataFolder)).length
    await desk.as(given.member).call(withdrawDeposit, { depositId: given.depositId })
    await desk.as(given.member).call(endApiKey, { keyId: given.keys.member })
    await desk.as(owner).call(endStaff, { staffId: given.technician.staffId })
    await copyFile(ledgerPath(desk.dataFolder), ledgerPath(target.dataFolder))
    const lines = (await outside(target.dataFolder)).slice(known)
    expect(lines.length).toBeGreaterThanOrEqual(4)
    const settings = { origin: 'http://desk.test', dataFolder: target.dataFolder, databaseUrl: target.database.url }
    await halfWay(settings, lines.slice(0, 2))
    const again = () => restoreInPlace({ settings, keys: backed.keys, ledgerLost: false, say: () => {} })
    const report = await again()
    expect(report.replayed).toMatchObject({ lines: lines.length - 2, keysEnded: 1, placesEnded: 1, accessEnded: 0 })
    const { database } = target
    expect(await one(database, states.deposit, given.depositId)).toEqual({ ending: 'withdrawn', empty: true })
    expect(await one(database, states.lease, given.leaseId)).toEqual({ status: 'ended' })
    expect(await one(database, states.staff, given.technician.staffId)).toMatchObject({ ended: true })
    expect(await one(database, states.staff_api_key, given.keys.staff)).toEqual({ ended: true })
    expect((await again()).replayed).toMatchObject({ lines: 0, keysEnded: 0, placesEnded: 0 })
    // Doing them again noted nothing new outside.
    expect((await outside(target.dataFolder)).map(({ id }) => id)).toEqual((await outside()).map(({ id }) => id))
  })
})

it('what ended before it was noted is noted by the migrations, in every copy of the database under the same id', async () => {
  const folder = join(import.meta.dirname, '../../../migrations')
  const fill = async () => {
    await desk.owner.query('delete from base.ledger_entry')
    const files = [
      '0131-ledger-ends',
      '0134-ledger-closed',
      '0155-ledger-sign-in',
      '0156-ledger-shown',
      '0160-ledger-accepted',
      '0211-notices-after-a-restore',
    ]
    for (const file of files) {
      const sql = await readFile(join(folder, `${file}.sql`), 'utf8')
      const from = sql.lastIndexOf('insert into base.ledger_entry')
      await desk.owner.query(sql.slice(from, sql.indexOf(';', from)))
    }
    const { rows } = await desk.owner.query('select id, line, at from base.ledger_entry order by place')
    return rows.map((row) => endLine.omit({ seq: true, hash: true }).parse(JSON.parse(row.line)))
  }
  const somebody = (await givenLogin(desk, await givenMember(desk))).actor.loginId
  await desk.owner.query('update base.login set password_changed_at = now() where id = $1', [somebody])
  const app = `insert into base.login_two_factor (id, login_id, secret, backup_codes) values ($1, $2, 'sealed', 'codes')`
  await desk.owner.query(app, [newId(), somebody])
  const lines = await fill()
  expect(await fill()).toEqual(lines)
  const closed = 'deposit lease api_key staff_api_key member staff processor transfer_ground case_study_approval'
  const changed =
    'ticket_link password second_factor recovery_codes enrichment enrichment_fact case_study succession_campaign'
  for (const what of `${closed} ${changed}`.split(' '))
    expect(
      lines.map((line) => line.what),
      what,
    ).toContain(what)
})

async function restored(name: string) {
  const target = await targetNow()
  const { report } = await backed.restore(name, target)
  return { database: target.database, report }
}

/** What a killed run leaves: the first lines done, each in a transaction of its own. */
async function halfWay(
  settings: { origin: string; dataFolder: string; databaseUrl: string },
  lines: readonly LedgerLine[],
): Promise<void> {
  const passing = await passingDesk({
    ownerUrl: settings.databaseUrl,
    databaseRing,
    deskRing: backed.keys.desk,
    settings,
    ledger: quietLedger(fileLedger(ledgerPath(settings.dataFolder))),
  })
  try {
    await replay(passing, lines)
  } finally {
    await passing.close()
  }
}
