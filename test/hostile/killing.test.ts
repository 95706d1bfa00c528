/**
 * SIGKILL of each process and of PostgreSQL while people work: every acknowledged write is there with its entry, the
 * access log is whole, nothing is half written, every letter leaves, and no hand is needed.
 * ZAVOR_KILLS says how many (21 unless said), ZAVOR_KILL_SEED repeats a run.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readSettings } from '../../src/app/settings.ts'
import { ownerUrl } from '../../src/cli/owner.ts'
import { ownerPool } from '../../src/platform/database/owner-pool.ts'
import { verifyChain } from '../../src/privacy/audit/verify.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { programEnvironment, type RunningZavor, startZavor } from '../support/zavor.ts'
import { chanceOf } from './killing/chance.ts'
import { type Load, startLoad } from './killing/load.ts'
import { layDownPeople, type People } from './killing/people.ts'
import { halvesIn, letterFaults, missingFrom, spoiltFiles } from './killing/truth.ts'
import { kill, type Victim, victims } from './killing/victims.ts'

const kills = Number(process.env.ZAVOR_KILLS ?? 21)
const seed = Number(process.env.ZAVOR_KILL_SEED ?? Date.now() % 1_000_000)
const chance = chanceOf(seed)
const patience = 60_000 + kills * 20_000

let mail: MailServer
let environment: Readonly<Record<string, string>>
let zavor: RunningZavor
let owner: Pool
let people: People
let load: Load

beforeAll(async () => {
  mail = await startMailServer()
  environment = { SMTP_URL: mail.url }
  zavor = await startZavor({ environment })
  owner = ownerPool(await ownerUrl(readSettings({ ZAVOR_DATA: zavor.dataFolder })), 2)
  people = await layDownPeople(owner, 3)
  load = startLoad(zavor.origin, people)
}, 120_000)

afterAll(async () => {
  await load?.stop()
  await owner?.end()
  await zavor?.end('SIGTERM')
  await mail?.stop()
}, 60_000)

it(
  `loses nothing that was acknowledged in ${kills} kills (seed ${seed})`,
  async () => {
    const planned = Array.from({ length: kills }, (_, at) => victims[at % victims.length]!)
    for (const [turn, victim] of chance.shuffled(planned).entries()) {
      await wait(chance.between(50, 1200))
      zavor = await kill(zavor, victim, chance, environment)
      await recovered(turn, victim)
      expect(await missingFrom(owner, load), `kill ${turn}, of ${victim}`).toEqual([])
    }
    await load.stop()
    expect(load.faults).toEqual([])
    expect(await missingFrom(owner, load)).toEqual([])
    await vi.waitFor(async () => expect(await letterFaults(owner, mail.taken)).toEqual([]), waiting(60_000))
    await vi.waitFor(async () => expect(await halvesIn(owner, load, zavor.dataFolder)).toEqual([]), waiting(90_000))
    expect(await spoiltFiles(zavor.origin, people, load)).toEqual([])
    expect(auditVerify()).toMatchObject({ status: 0, stderr: '' })
    const sent = [...mail.taken.values()].reduce((sum, times) => sum + times, 0)
    process.stdout.write(
      `${kills} kills, seed ${seed}: ${load.messages.length} messages, ${load.files.length} files, ${load.unanswered} ` +
        `requests unanswered, ${mail.taken.size} letters, ${sent - mail.taken.size} sent twice\n`,
    )
  },
  patience,
)

function waiting(timeout: number) {
  return { timeout, interval: 250 }
}

/** Ready by itself, the access log whole, and people are answered again. */
async function recovered(turn: number, victim: Victim): Promise<void> {
  const where = `kill ${turn}, of ${victim}`
  await vi
    .waitFor(async () => expect(await zavor.failing(), where).toBe(null), waiting(60_000))
    .catch((error: Error) => {
      // What the processes said is what tells why.
      error.message += `\n${zavor.said().slice(-3000)}`
      throw error
    })
  await vi.waitFor(async () => expect(await verifyChain(owner), where).toMatchObject({ whole: true }), waiting(10_000))
  const before = load.messages.length
  await vi.waitFor(() => expect(load.messages.length, where).toBeGreaterThan(before + 1), waiting(20_000))
}

function auditVerify() {
  const env = { ...programEnvironment, ZAVOR_DATA: zavor.dataFolder }
  const file = join(import.meta.dirname, '../../src/cli/main.ts')
  return spawnSync(process.execPath, [file, 'audit', 'verify'], { env, encoding: 'utf8' })
}
