import { readFileSync } from 'node:fs'
import { openPlace } from '../platform/archive/open-place.ts'
import type { ArchivePlace } from '../platform/archive/place.ts'
import { readRing } from '../platform/keys/key-file.ts'
import { copyLedger } from './backup/copy-ledger.ts'
import { makeBackup } from './backup/make-backup.ts'
import { storeGate } from './backup/store-gate.ts'
import { passingDesk } from './passing-desk.ts'
import type { BackupMessage, BackupPacket } from './processes/backups.ts'
import { PACKET_PIPE } from './processes/boot-packet.ts'

/** The process that makes one backup by the clock, or copies the ledger outside, and ends: what it needs goes with it. */
process.on('disconnect', () => process.exit(1))
process.on('SIGINT', () => {})

const packet: BackupPacket = JSON.parse(readFileSync(PACKET_PIPE, 'utf8'))
try {
  const place = await openPlace(packet.to)
  if (packet.what === 'ledger') {
    await copyThroughGate(place)
    await tell({ kind: 'copied' })
  } else {
    const { name, newIdentity, unrecorded } = await makeBackup({
      ownerUrl: packet.ownerUrl,
      databaseRing: readRing('database', packet.databaseRing),
      deskRing: readRing('desk', packet.deskRing),
      settings: packet.settings,
      place,
      how: 'schedule',
    })
    await tell({ kind: 'made', name, newIdentity, unrecorded })
  }
} catch (error) {
  await tell({ kind: 'failed', words: (error as Error).message })
}
process.exit()

/** To a place elsewhere only while the company that keeps it may have it. */
async function copyThroughGate(place: ArchivePlace): Promise<void> {
  const { settings, ownerUrl } = packet
  const rings = { databaseRing: readRing('database', packet.databaseRing), deskRing: readRing('desk', packet.deskRing) }
  const desk = await passingDesk({ ownerUrl, settings, ...rings })
  try {
    await copyLedger(settings.dataFolder, place, storeGate(place, desk.handles, settings.origin))
  } finally {
    await desk.close()
  }
}

function tell(message: BackupMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve())
  })
}
