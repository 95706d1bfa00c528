import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { brokerListener } from '../../access/broker/broker-listener.ts'
import { openPool } from '../../platform/database/pool.ts'
import { readRing } from '../../platform/keys/key-file.ts'
import { makeSocketFolder } from '../../platform/process/socket-folder.ts'
import { brokerSocket } from '../broker-socket.ts'
import { BROKER_ROLE } from '../login-roles.ts'
import { type BootPacket, databaseUrl } from './boot-packet.ts'
import type { Running } from './child.ts'
import { closeServer, listen } from './http-server.ts'

/**
 * The broker: the one process that holds the private keys of deposits. It listens on a socket that only the user who runs
 * Zavor can reach, and has no way to the database but the two questions that its role may ask.
 */
export async function startBroker(packet: BootPacket): Promise<Running> {
  const socket = brokerSocket(packet.settings.dataFolder)
  const pool = openPool(databaseUrl(packet, BROKER_ROLE), { max: 4 })
  const ring = readRing('broker', packet.brokerRing ?? '')
  const server = createServer(await brokerListener({ ring, pool }))
  server.requestTimeout = 10_000
  if (dirname(socket) !== packet.settings.dataFolder) makeSocketFolder(dirname(socket), {})
  // Only one supervisor runs on a data folder: what lies there was left by a broker that was killed.
  rmSync(socket, { force: true })
  const mask = process.umask(0o177)
  try {
    await listen(server, { path: socket })
  } finally {
    process.umask(mask)
  }
  return {
    async stop() {
      await closeServer(server, 1000)
      await pool.end()
    },
  }
}
