import { readFileSync } from 'node:fs'
import { ownerPool } from '../platform/database/owner-pool.ts'
import { readRing } from '../platform/keys/key-file.ts'
import { refuseQuarantined } from '../privacy/backup/quarantine.ts'
import { rolePasswords } from './login-roles.ts'
import { openLedger } from './open-ledger.ts'
import { prepareDatabase } from './prepare.ts'
import { PACKET_PIPE } from './processes/boot-packet.ts'
import type { PreparationMessage, PreparationPacket } from './processes/preparation.ts'
import { backupNotes, mailNotes } from './recipient-notes.ts'
import { setupLink } from './setup-link.ts'
import { withPurpose } from './with-purpose.ts'

/** The process that prepares the database, once per start, and ends. */
process.on('disconnect', () => process.exit(1))
process.on('SIGINT', () => {})

const packet: PreparationPacket = JSON.parse(readFileSync(PACKET_PIPE, 'utf8'))
const owner = ownerPool(packet.ownerUrl)

try {
  const ring = readRing('database', packet.databaseRing)
  await refuseQuarantined(owner)
  const changed = await prepareDatabase(owner, rolePasswords(ring))
  const { again } = await openLedger(packet.ownerUrl, ring, packet.settings.dataFolder)
  if (again > 0) changed.push(`+ ${again} lines that the ledger outside the database had lost`)
  const demo = packet.mode === 'demo' ? await demonstrate() : []
  // What the promises board shows shall be of this release, once the pages answer.
  await owner.query(`select base.enqueue('promise.sweep', '{}', now() + interval '20 seconds', 'start')`)
  await owner.query(`select base.enqueue('policy.sweep', '{}', now(), 'start policy')`)
  await owner.query(`select base.enqueue('processor.declare', '{}', now(), 'start recipients')`)
  await owner.query(`select base.enqueue('measure.declare', '{}', now(), 'start measures')`)
  const link = await setupLink(owner, packet.settings.origin)
  const { origin } = packet.settings
  const notes = await withPurpose('legal', packet.ownerUrl, ring, async (legal) => [
    ...(packet.hasMailServer ? await mailNotes(legal, owner, origin) : []),
    ...(await backupNotes(legal, origin, packet.backupTo)),
  ])
  await tell({ kind: 'prepared', prepared: { changed, setupLink: link, notes, demo } })
} catch (error) {
  await tell({ kind: 'failed', words: (error as Error).message })
} finally {
  await owner.end()
}
process.exit()

/** Loaded only here: a real start does not carry the demonstration. */
async function demonstrate(): Promise<string[]> {
  const { layDownDemo } = await import('./demo/lay-down-demo.ts')
  const { passingDesk } = await import('./passing-desk.ts')
  const desk = await passingDesk({
    ownerUrl: packet.ownerUrl,
    databaseRing: readRing('database', packet.databaseRing),
    deskRing: readRing('desk', packet.deskRing),
    settings: packet.settings,
  })
  try {
    return await layDownDemo(desk, owner, packet.settings.origin, packet.settings.demoPassword)
  } finally {
    await desk.close()
  }
}

function tell(message: PreparationMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve())
  })
}
