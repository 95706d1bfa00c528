import { brokerClient } from '../../access/broker/broker-client.ts'
import { reachOf } from '../../platform/archive/open-place.ts'
import { openPool } from '../../platform/database/pool.ts'
import { scrubDatabase } from '../../platform/database/scrub.ts'
import { readRing } from '../../platform/keys/key-file.ts'
import { roleOf } from '../../privacy/compiler/wanted.ts'
import { brokerSocket } from '../broker-socket.ts'
import { createDesk, type Desk } from '../desk.ts'
import { INSPECTOR_ROLE } from '../inspector.ts'
import { maps } from '../maps.ts'
import { operations } from '../operations.ts'
import type { InspectionParts } from '../promises.ts'
import { ownAddress } from '../settings.ts'
import { SWEEPER_ROLE } from '../sweeper.ts'
import { toolsFor } from '../tools.ts'
import { type BootPacket, databaseUrl } from './boot-packet.ts'

/** What checks promises: the worker alone is given the role for it. */
function inspectionOf(packet: BootPacket): InspectionParts | undefined {
  if (packet.role !== 'worker') return undefined
  return {
    openInspector: () => openPool(databaseUrl(packet, INSPECTOR_ROLE), { max: 2 }),
    openSecurity: () => openPool(databaseUrl(packet, roleOf('security')), { max: 1 }),
    pagesAt: ownAddress(packet.settings),
  }
}

async function scrub(packet: BootPacket): Promise<number> {
  const pool = openPool(databaseUrl(packet, SWEEPER_ROLE), { max: 1 })
  try {
    return await scrubDatabase(pool)
  } finally {
    await pool.end()
  }
}

/** The desk of web or worker, with what its packet gives it. `connections`: at most, for each purpose. */
export async function deskOfPacket(packet: BootPacket, connections: number): Promise<Desk> {
  const { dataFolder, origin, smtpUrl, hasMailServer, backupPlan: plan } = packet.settings
  const inspection = inspectionOf(packet)
  return createDesk({
    openPool: (purpose) => openPool(databaseUrl(packet, roleOf(purpose)), { max: connections }),
    operations,
    maps,
    tools: await toolsFor({
      dataFolder,
      origin,
      deskRing: readRing('desk', packet.deskRing ?? ''),
      backupPlan: plan ? { ...plan, reach: await reachOf(plan.place) } : null,
      ...(packet.role === 'web' ? { broker: brokerClient(brokerSocket(dataFolder)) } : {}),
      hasMailServer,
      ...(smtpUrl ? { smtpUrl } : {}),
      ...(inspection ? { inspection } : {}),
      ...(packet.role === 'worker' ? { scrub: () => scrub(packet) } : {}),
    }),
  })
}
