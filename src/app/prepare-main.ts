import { readFileSync } from 'node:fs'
import { ownerPool } from '../platform/database/owner-pool.ts'
import { readRing } from '../platform/keys/key-file.ts'
import { rolePasswords } from './login-roles.ts'
import { prepareDatabase } from './prepare.ts'
import { PACKET_PIPE } from './processes/boot-packet.ts'
import type { PreparationMessage, PreparationPacket } from './processes/preparation.ts'
import { setupLink } from './setup-link.ts'

/** The process that prepares the database, once per start, and ends. */
process.on('disconnect', () => process.exit(1))
process.on('SIGINT', () => {})

const packet: PreparationPacket = JSON.parse(readFileSync(PACKET_PIPE, 'utf8'))
const owner = ownerPool(packet.ownerUrl)

try {
  const changed = await prepareDatabase(owner, rolePasswords(readRing('database', packet.databaseRing)))
  const link = await setupLink(owner, packet.settings.origin)
  await tell({ kind: 'prepared', prepared: { changed, setupLink: link, demo: [] } })
} catch (error) {
  await tell({ kind: 'failed', words: (error as Error).message })
} finally {
  await owner.end()
}
process.exit()

function tell(message: PreparationMessage): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve())
  })
}
