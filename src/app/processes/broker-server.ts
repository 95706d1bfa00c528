import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { makeSocketFolder } from '../../platform/process/socket-folder.ts'
import { brokerSocket } from '../broker-socket.ts'
import type { BootPacket } from './boot-packet.ts'
import type { Running } from './child.ts'
import { closeServer, listen } from './http-server.ts'

/**
 * The broker: the one process that holds the private keys of deposits. It listens on a socket that only the user who runs
 * Zavor can reach, and has no way to the database but the two questions that its role may ask.
 */
export async function startBroker(packet: BootPacket): Promise<Running> {
  const socket = brokerSocket(packet.settings.dataFolder)
  const app = new Hono()
  app.get('/healthz', (context) => context.text('alive'))
  const server = createServer(getRequestListener(app.fetch))
  if (dirname(socket) !== packet.settings.dataFolder) makeSocketFolder(dirname(socket), {})
  // Only one supervisor runs on a data folder: what lies there was left by a broker that was killed.
  rmSync(socket, { force: true })
  const mask = process.umask(0o177)
  try {
    await listen(server, { path: socket })
  } finally {
    process.umask(mask)
  }
  return { stop: () => closeServer(server, 1000) }
}
