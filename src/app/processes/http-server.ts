import type { Server } from 'node:http'
import type { ListenOptions } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Listens, or says in words why not. */
export function listen(server: Server, where: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Error(words(error, where))))
    server.listen(where, () => resolve())
  })
}

/** Takes no new connections, lets what runs end within `patience` ms, then cuts it. */
export async function closeServer(server: Server, patience: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const inTime = await Promise.race([closed.then(() => true), wait(patience, false, { ref: false })])
  if (!inTime) server.closeAllConnections()
  await closed
}

function words({ code, message }: NodeJS.ErrnoException, { host, port }: ListenOptions): string {
  if (code === 'EADDRINUSE')
    return `PORT is wrong: something else listens on ${host}:${port} already. Set another port.`
  if (code === 'EACCES' && port) return `PORT is wrong: this user may not listen on ${port}. Set a port above 1023.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST is wrong: ${host} is no address of this machine.`
  return message
}
