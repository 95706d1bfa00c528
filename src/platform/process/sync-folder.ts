import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Names that were made, moved or removed in the folder are on the disk when it returns. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
