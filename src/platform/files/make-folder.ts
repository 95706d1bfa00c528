import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder, private to the user, and those above it. Node's own `recursive` never comes back where the system refuses
 * a folder as if the one above it were missing, as in /proc.
 * @throws ErrnoException with the path: EACCES, EROFS, ENOTDIR, EEXIST; ENOENT where none can be made
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
    const above = dirname(path)
    if (code !== 'ENOENT' || above === path) throw error
    if (existsSync(above)) throw Object.assign(new Error(`${path}: no folder can be made there.`), { code })
    makeFolder(above)
    makeFolder(path)
  }
}
