import { urlFor } from '../../platform/database/owner-pool.ts'
import { openPool } from '../../platform/database/pool.ts'
import { readRing } from '../../platform/keys/key-file.ts'
import { roleOf } from '../../privacy/compiler/wanted.ts'
import { createDesk, type Desk } from '../desk.ts'
import { rolePasswords } from '../login-roles.ts'
import { maps } from '../maps.ts'
import { operations } from '../operations.ts'
import type { PreparationPacket } from '../processes/preparation.ts'
import { toolsFor } from '../tools.ts'

/** A desk for the time of the preparation. It cannot open what is handed over: the broker does not run yet. */
export async function deskForPreparation(packet: PreparationPacket): Promise<Desk> {
  const passwordOf = rolePasswords(readRing('database', packet.databaseRing))
  const { dataFolder, origin } = packet.settings
  return createDesk({
    openPool: (purpose) => openPool(urlFor(packet.ownerUrl, roleOf(purpose), passwordOf(roleOf(purpose))), { max: 4 }),
    operations,
    maps,
    tools: await toolsFor({ dataFolder, origin, deskRing: readRing('desk', packet.deskRing) }),
  })
}
