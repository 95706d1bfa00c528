import { join } from 'node:path'
import { socketFolderFor } from '../platform/process/socket-folder.ts'

const NAME = 'broker.sock'

/** Where the broker listens, for web and worker to ask it. */
export function brokerSocket(dataFolder: string): string {
  return join(socketFolderFor(dataFolder, NAME), NAME)
}
