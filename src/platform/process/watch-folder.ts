import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

/**
 * Calls `changed` with the path, below the folder, of whatever is written, moved or removed in it. Folders are watched, not
 * files: an editor that saves puts a new file in the place of the old one, and a watch on the old one would see no more.
 * Returns what ends the watch.
 */
export function watchFolder(folder: string, changed: (path: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>()

  function add(below: string): void {
    if (watchers.has(below)) return
    const watcher = watch(join(folder, below), (_, name) => {
      if (name === null) return
      const path = join(below, name)
      if (isFolder(join(folder, path))) add(path)
      else changed(path)
    })
    watcher.on('error', () => drop(below))
    watchers.set(below, watcher)
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      if (entry.isDirectory()) add(join(below, entry.name))
    }
  }

  function drop(below: string): void {
    watchers.get(below)?.close()
    watchers.delete(below)
  }

  add('')
  return () => {
    for (const below of [...watchers.keys()]) drop(below)
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
