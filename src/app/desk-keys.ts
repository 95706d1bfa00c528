import { existsSync } from 'node:fs'
import { type KeyFile, openKeyFile, readKeyFile } from '../platform/keys/key-file.ts'
import { clusterFolder } from './processes/database.ts'
import type { Settings } from './settings.ts'

/**
 * The key file that a start works with: made at the first one. Where a database lies already it must be there, as one made
 * anew would open nothing of it, and hide that the right one is lost.
 * @throws KeyFileError
 */
export function deskKeys(settings: Settings): Promise<KeyFile> {
  return (existsSync(clusterFolder(settings)) ? readKeyFile : openKeyFile)(settings.keyFile)
}
