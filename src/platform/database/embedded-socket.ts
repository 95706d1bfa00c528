import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { socketFolderFor } from '../process/socket-folder.ts'
import { OWNER } from './embedded-cluster.ts'
import { readyServer } from './embedded-leftovers.ts'

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
  return socketFolderFor(folder, '.s.PGSQL.5432')
}
