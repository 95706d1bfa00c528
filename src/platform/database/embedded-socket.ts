import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { OWNER } from './embedded-cluster.ts'
import { readyServer } from './embedded-leftovers.ts'
import { isReachable } from './embedded-programs.ts'

const LONGEST_SOCKET_NAME = 107

/** The owner's connection string of the cluster in that folder, running or not. */
export function embeddedUrl(folder: string, ownerPassword: string): string {
  const host = encodeURIComponent(socketFolderOf(resolved(folder)))
  return `postgresql://${OWNER}:${ownerPassword}@localhost/${OWNER}?host=${host}`
}

/** Whether a server is ready on that folder now. */
export function embeddedRuns(folder: string): boolean {
  return readyServer(resolved(folder)) !== null
}

/** The folder with every link above it resolved, as the system names it; it need not be there yet. */
export function resolved(folder: string): string {
  return existsSync(dirname(folder)) ? join(realpathSync(dirname(folder)), basename(folder)) : folder
}

/** The cluster's own folder, or a short one when the socket's name would be too long for the system. */
export function socketFolderOf(folder: string): string {
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= LONGEST_SOCKET_NAME) return folder
  const parent = isReachable(tmpdir(), { uid: 65534, gid: 65534 }) ? tmpdir() : '/tmp'
  return join(parent, `zavor-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
}
