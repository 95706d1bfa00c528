/** A backup leaves this machine only to a company that is enabled, for all that it holds, on a ground that stands. */
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { type BackedDesk, backedDesk } from '../../../test/support/backup.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenProcessor, givenStaff } from '../../../test/support/given.ts'
import { type Looking, looking } from '../../../test/support/promises.ts'
import { showBackupGate } from '../../backups/backup-gate.ts'
import { listBackups } from '../../backups/list-backups.ts'
import { folderPlace } from '../../platform/archive/folder-place.ts'
import type { ArchivePlace } from '../../platform/archive/place.ts'
import type { StaffActor } from '../../privacy/operation/actor.ts'
import { disableProcessor } from '../../registers/processors/enable-processor.ts'
import { invalidateGround } from '../../registers/processors/ground.ts'
import { ledgerPath } from '../ledger-path.ts'
import { backupNotes, mailNotes } from '../recipient-notes.ts'
import { copyLedger } from './copy-ledger.ts'
import { storeGate } from './store-gate.ts'

let desk: TestDesk
let backed: BackedDesk
let checks: Looking
let owner: StaffActor
let folder: string
let place: ArchivePlace
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  backed = await backedDesk(desk)
  checks = await looking(desk)
  owner = await givenStaff(desk, { roles: ['owner'] })
  folder = join(desk.dataFolder, 'elsewhere')
  place = folderPlace(folder, 'elsewhere')
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const there = () => readdir(folder).catch((): string[] => [])
const closed = (why: string) => ({ code: 'backup_store_closed', why })
const forget = () =>
  desk.owner.query('update base.processor set enabled_at = null, enabled_by = null, disabled_at = now()')
/** The register rounds its times to milliseconds: a backup that began in the same one could seem to be before it. */
const afterRegister = async (): Promise<Date> =>
  (await desk.owner.query(`select max(at) + interval '1 millisecond' as next from base.recipient_step`)).rows[0].next
const notes = (to = 's3://bucket/x') => backupNotes(desk.handles.of('legal'), 'http://desk.test', to)
const newestFailure = async () => (await desk.as(owner).call(listBackups, {})).backups[0]?.failure
const why = async () => (await desk.as(owner).call(showBackupGate, {})).why

describe('a backup to another place', () => {
  it('does not leave while nobody is enabled, and says where to enter who keeps it', async () => {
    await expect(backed.backup({ place })).rejects.toMatchObject({
      ...closed('nobody'),
      message: expect.stringContaining('http://desk.test/staff/registers/recipients'),
    })
    expect(await there()).toEqual([])
    expect(await newestFailure()).toBe('backup_store_closed nobody')
    expect(await why()).toBe('nobody')
    // Somebody who may host or carry mail may not keep backups for that.
    for (const role of ['hosting', 'mail']) await givenProcessor(desk, role)
    await expect(backed.backup({ place })).rejects.toMatchObject(closed('nobody'))
    expect(await notes()).toHaveLength(2)
    expect(await notes(desk.dataFolder)).toEqual([])
    await expect(copyLedger(desk.dataFolder, place, storeGate(place, desk.handles, ''))).resolves.toBe(0)
  })

  it('leaves none of it where the entry does not cover what a backup holds', async () => {
    const { processorId } = await givenProcessor(desk, 'backup_store')
    await desk.owner.query(`update base.processor set purposes = array['orders'] where id = $1`, [processorId])
    await expect(backed.backup({ place })).rejects.toMatchObject(closed('purposes'))
    expect(await notes()).toEqual([
      expect.stringContaining('leaves out purposes whose data a backup holds: none leaves this machine'),
      expect.stringMatching(/^Enter the company for every purpose of that role, .*: http:\S+recipients$/),
    ])
    expect(await there()).toEqual([])
    await forget()
    expect(await why()).toBe('disabled')
  })

  it('letters wait likewise, and the note says of which purposes', async () => {
    const said = () => mailNotes(desk.handles.of('legal'), desk.owner, 'http://desk.test')
    expect(await said()).toEqual([
      expect.stringContaining('no company that carries mail is enabled: letters wait (0 now) and nothing leaves'),
      expect.stringMatching(/^Enter who runs that server, .*: http:\S+recipients$/),
    ])
    const { processorId } = await givenProcessor(desk, 'mail')
    expect(await said()).toEqual([])
    await desk.owner.query(`update base.processor set purposes = array_remove(purposes, 'orders') where id = $1`, [
      processorId,
    ])
    expect(await said()).toEqual([
      `No company that carries mail is enabled for “${policy.purposes.orders.words.en}”: letters for that wait (0 now).`,
      expect.stringMatching(/^Enter the company that runs that server for every purpose/),
    ])
    await forget()
  })

  it('leaves to who is enabled and keeps who that was; P22 sees one that left to nobody', async () => {
    await givenProcessor(desk, 'hosting')
    const { processorId } = await givenProcessor(desk, 'backup_store')
    const { name } = await backed.backup({ place, now: await afterRegister() })
    expect(await notes()).toEqual([])
    const { rows } = await desk.owner.query('select reach, carrier from base.backup_run where name = $1', [name])
    expect(rows).toEqual([{ reach: 'elsewhere', carrier: processorId }])
    expect(await there()).toContain(name)
    const look = () => checks.look('P22', 'enabled_only')
    expect(await look()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('backups gone: 1') } })
    await desk.owner.query('update base.backup_run set carrier = null where name = $1', [name])
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('nobody enabled: 1') } })
    await desk.owner.query('update base.backup_run set carrier = $2 where name = $1', [name, processorId])
    await desk.as(owner).call(disableProcessor, { processorId, why: 'schimbăm firma' })
    await expect(backed.backup({ place })).rejects.toMatchObject(closed('disabled'))
    expect(await look()).toMatchObject({ holds: true })
  })

  it('is none when the ground falls while it is on its way; what lies there still expires', async () => {
    const { groundId } = await givenProcessor(desk, 'backup_store')
    const old = new Date('2026-01-01T03:20:00Z')
    const { name: expired } = await backed.backup({ place, now: old })
    const before = (await place.list()).map(({ name }) => name)
    let fell = false
    const falling: ArchivePlace = {
      ...place,
      write: (name, content) =>
        place.write(
          name,
          (async function* () {
            for await (const bytes of content) {
              if (!fell) await desk.as(owner).call(invalidateGround, { groundId, why: 'decizia a căzut' })
              fell = true
              yield bytes
            }
          })(),
        ),
    }
    await expect(backed.backup({ place: falling })).rejects.toMatchObject(closed('ground'))
    expect((await notes())[0]).toContain('the ground fell')
    expect(fell).toBe(true)
    expect((await place.list()).map(({ name }) => name)).toEqual(before.filter((name) => name !== expired))
    expect((await there()).filter((name) => name.endsWith('.partial'))).toEqual([])
    await forget()
  })

  it('is whole before a block that came at its end is answered', async () => {
    const { processorId } = await givenProcessor(desk, 'backup_store')
    const order: string[] = []
    let blocking: Promise<unknown> = Promise.resolve()
    const ending: ArchivePlace = {
      ...place,
      async write(name, content) {
        const size = await place.write(name, content)
        // All has been read: the gate is held now.
        blocking = desk
          .as(owner)
          .call(disableProcessor, { processorId, why: 'chiar acum' })
          .then(() => order.push('blocked'))
        for (let waits = 0; waits === 0; ) {
          const { rows } = await desk.owner.query(
            `select count(*)::int as count from pg_locks where locktype = 'advisory' and not granted`,
          )
          waits = rows[0].count
        }
        order.push('stored')
        return size
      },
    }
    await backed.backup({ place: ending }).catch((error) => expect(error).toMatchObject(closed('disabled')))
    await blocking
    expect(order).toEqual(['stored', 'blocked'])
  })

  it('needs nobody on this machine', async () => {
    const { name } = await backed.backup()
    const { rows } = await desk.owner.query('select reach, carrier from base.backup_run where name = $1', [name])
    expect(rows).toEqual([{ reach: 'machine', carrier: null }])
  })
})

describe('the copy of the ledger outside', () => {
  it('goes through the same gate', async () => {
    await desk.tools.ledger.settle()
    const kept: string[] = []
    const noting: ArchivePlace = { ...place, putBeside: async (name) => void kept.push(name) }

    await writeFile(ledgerPath(desk.dataFolder), '', { flag: 'a' })
    await expect(copyLedger(desk.dataFolder, noting, storeGate(noting, desk.handles, ''))).rejects.toMatchObject({
      code: 'backup_store_closed',
    })
    expect(kept).toEqual([])
    await givenProcessor(desk, 'backup_store')
    await copyLedger(desk.dataFolder, noting, storeGate(noting, desk.handles, ''))
    expect(kept).toEqual(['erasures.log'])
  })

  it('never overwrites one that goes on where the ledger here does not, and no backup is made beside it', async () => {
    const here = folderPlace(join(desk.dataFolder, 'renewed'))
    await appendFile(ledgerPath(desk.dataFolder), '{"of":"here"}\n')
    await copyLedger(desk.dataFolder, here)
    const ours = await readFile(ledgerPath(desk.dataFolder))
    // A line that was being written while it was copied is none.
    await here.putBeside('erasures.log', ours.subarray(0, -4))
    await copyLedger(desk.dataFolder, here)
    for (const theirs of [`${ours}{"of":"a later moment"}\n`, '{"of":"another desk"}\n']) {
      await here.putBeside('erasures.log', Buffer.from(theirs))
      await expect(copyLedger(desk.dataFolder, here)).rejects.toMatchObject({ code: 'ledger_copy_other' })
      await expect(backed.backup({ place: here })).rejects.toMatchObject({ code: 'ledger_copy_other' })
      expect(String(await here.getBeside('erasures.log'))).toBe(theirs)
    }
    expect(await here.list()).toEqual([])
  })
})
