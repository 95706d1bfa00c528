/**
 * SIGKILL of a backup, of a restore into quarantine and of one in place, at points from their first step to their last: what
 * serves is never touched, nothing half counts as whole, nothing half is opened, and the same command said again comes to its
 * end without a hand. ZAVOR_BACKUP_KILLS multiplies the kills (1 unless said), ZAVOR_KILL_SEED repeats a run.
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ledgerPath } from '../../src/app/ledger-path.ts'
import { addAttachment } from '../../src/desk/attachment/add-attachment.ts'
import { openTicket } from '../../src/desk/ticket/open-ticket.ts'
import { newId } from '../../src/platform/database/id.ts'
import { newRing } from '../../src/platform/keys/key-file.ts'
import { waitUntil } from '../../src/platform/process/process-table.ts'
import { verifyChain } from '../../src/privacy/audit/verify.ts'
import { refuseQuarantined } from '../../src/privacy/backup/quarantine.ts'
import type { MemberActor } from '../../src/privacy/operation/actor.ts'
import { endAccount } from '../../src/rights/ending/end-account.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { givenMember, givenProvider } from '../support/given.ts'
import { writeKeys } from '../support/key-file.ts'
import { emptyDatabase, type TestDatabase } from '../support/postgres.ts'
import { databaseRing } from '../support/test-server.ts'
import { newDataFolder, programEnvironment } from '../support/zavor.ts'
import { chanceOf } from './killing/chance.ts'

const rounds = Number(process.env.ZAVOR_BACKUP_KILLS ?? 1)
const seed = Number(process.env.ZAVOR_KILL_SEED ?? Date.now() % 1_000_000)
const chance = chanceOf(seed)
const patience = 60_000 + rounds * 60_000

let desk: TestDesk
let keyFile: string
let leaving: MemberActor
let restored: TestDatabase
const restoredFolder = newDataFolder()
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  restored = await emptyDatabase()
  await givenProvider(desk)
  keyFile = join(desk.dataFolder, 'zavor.key')
  await writeKeys(keyFile, { database: databaseRing, desk: desk.ring, broker: newRing('broker') })
  leaving = await givenMember(desk, { name: 'Ioana Pleacă' })
  const stays = await givenMember(desk, { name: 'Maria Rămâne' })
  for (const member of [leaving, stays]) {
    for (let at = 0; at < 4; at++) {
      const file = { name: `${at}.bin`, content: randomBytes(1_500_000) }
      const { attachmentId } = await desk.as(member).call(addAttachment, file)
      const ticket = {
        subject: `Tichet ${at}`,
        body: 'Nu pornește.',
        attachmentIds: [attachmentId],
        sendingId: newId(),
      }
      await desk.as(member).call(openTicket, ticket)
    }
  }
  await desk.runJobs()
})
afterAll(async () => {
  await restored.drop()
  await desk.close()
})

interface At {
  readonly databaseUrl: string
  readonly dataFolder: string
}
interface Ended {
  readonly code: number | NodeJS.Signals | null
  readonly said: string
}
/** When to kill: what it has said, or what lies in a folder; some milliseconds later. */
type Point = (said: string) => boolean

/** `npx zavor …` beside a database of its own; ended by force a moment after the point. */
async function zavor(words: readonly string[], { databaseUrl, dataFolder }: At, point?: Point): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/cli/main.ts'), ...words], {
    env: { ...programEnvironment, ZAVOR_DATA: dataFolder, ZAVOR_KEY_FILE: keyFile, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes))
  const ended = new Promise<Ended>((resolve) => child.on('close', (code, by) => resolve({ code: by ?? code, said })))
  if (!point) return await ended
  await waitUntil(() => point(said) || child.exitCode !== null, 60_000, 2)
  await wait(chance.between(0, 25))
  child.kill('SIGKILL')
  return await ended
}

const said =
  (words: string): Point =>
  (text) =>
    text.includes(words)

/** Every row of the people's tables and the files, as one number. */
async function stateOf(owner: Pool, dataFolder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const table of ['account', 'person', 'member', 'ticket', 'message', 'attachment', 'account_key']) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from base.${table} t order by 1`)
    for (const { row } of rows) hash.update(row)
  }
  const files = join(dataFolder, 'files')
  for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' }).sort()) {
    if (statSync(join(files, name)).isFile()) hash.update(name).update(readFileSync(join(files, name)))
  }
  return hash.digest('hex')
}

const there = (): At => ({ databaseUrl: restored.url, dataFolder: restoredFolder })
const here = (): At => ({ databaseUrl: desk.database.url, dataFolder: desk.dataFolder })
const backups = () => join(desk.dataFolder, 'backups')
const lying = (what: RegExp) => {
  try {
    return readdirSync(backups()).filter((name) => what.test(name))
  } catch {
    return []
  }
}
const whole = () => lying(/^zavor-.*\.age$/)
const partials = () => lying(/\.partial$/)

/** Each of them, as often as it was asked for. */
const turns = <T>(points: readonly T[]): T[] => Array.from({ length: rounds }, () => points).flat()

describe(`killed ${rounds === 1 ? 'at each point' : `${rounds} times at each point`} (seed ${seed})`, () => {
  it(
    'a backup leaves nothing that counts as one, and nothing of what is in use is touched',
    async () => {
      const before = await stateOf(desk.owner, desk.dataFolder)
      const growing =
        (least: number): Point =>
        () =>
          partials().some((name) => (statSync(join(backups(), name), { throwIfNoEntry: false })?.size ?? 0) >= least)
      let count = 0
      for (const point of turns([growing(1), growing(6_000_000), () => whole().length > count])) {
        count = whole().length
        expect(['SIGKILL', 0]).toContain((await zavor(['backup'], here(), point)).code)
      }
      // Of the last kill: written to its end, and nobody was told. It is the one that is opened below.
      const [made = ''] = whole()
      expect(made).not.toBe('')
      const again = await zavor(['backup'], here())
      expect(again, again.said).toMatchObject({ code: 0 })
      expect(partials()).toEqual([])
      const { rows } = await desk.owner.query('select name from base.backup_run where failure is null order by name')
      expect(rows.map(({ name }) => name)).toEqual(whole())
      expect(await stateOf(desk.owner, desk.dataFolder)).toBe(before)
    },
    patience,
  )

  it(
    'a restore opens nothing half, and comes to its end when it is said again',
    async () => {
      const restore = ['restore', join(backups(), whole()[0]!)]
      await desk.as(leaving).call(endAccount, { understood: 'yes' })
      await desk.runJobs()
      await desk.tools.ledger.settle()
      const before = await stateOf(desk.owner, desk.dataFolder)
      copyFileSync(ledgerPath(desk.dataFolder), ledgerPath(restoredFolder))
      for (const words of turns(['Loading', 'Looking for'])) {
        const killed = await zavor(restore, there(), said(words))
        expect(killed, killed.said).toMatchObject({ code: 'SIGKILL' })
        // Every start asks this first, and is told what to do.
        await expect(refuseQuarantined(restored.owner), words).rejects.toThrow(/Run it again: npx zavor restore zavor-/)
      }
      const opened = await zavor(restore, there())
      expect(opened, opened.said).toMatchObject({ code: 0 })
      await opensWithoutHer(opened)
      expect(await stateOf(desk.owner, desk.dataFolder)).toBe(before)
    },
    patience,
  )

  it(
    'a restore in place is taken up where it was, and opens only when all of it is done',
    async () => {
      const { owner } = restored
      // As a snapshot of before the erasure would hold it: the ledger outside alone is newer.
      await owner.query('delete from base.ledger_entry')
      await owner.query(`update base.ledger_head set seq = 0, hash = sha256('zavor erasures'::bytea)`)
      await owner.query('delete from base.erasure_entry')
      await owner.query('update base.account set erased_at = null')
      await owner.query(`update base.person set erased_at = null, name = 'Ioana Pleacă' where id = $1`, [
        leaving.personId,
      ])
      for (const words of turns(['Doing again', 'Looking for'])) {
        const killed = await zavor(['restore', '--in-place'], there(), said(words))
        expect(killed, killed.said).toMatchObject({ code: 'SIGKILL' })
        await expect(refuseQuarantined(owner), words).rejects.toThrow('Run it again: npx zavor restore --in-place')
      }
      const opened = await zavor(['restore', '--in-place'], there())
      expect(opened, opened.said).toMatchObject({ code: 0 })
      await opensWithoutHer(opened)
    },
    patience,
  )

  async function opensWithoutHer(opened: Ended): Promise<void> {
    const { owner } = restored
    expect(opened.said).toContain('Zavor can be started')
    await refuseQuarantined(owner)
    const { rows } = await owner.query<{ name: string }>('select name from base.person order by name')
    expect(rows.map(({ name }) => name)).toEqual(['Maria Rămâne', '—'])
    expect(await verifyChain(owner)).toMatchObject({ whole: true })
  }
})
