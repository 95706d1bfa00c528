import { createHash } from 'node:crypto'
import { chownSync, lstatSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'

/** A user of the system; absent: the one that runs this process. */
export interface SystemUser {
  readonly uid?: number
  readonly gid?: number
}

/** The user that has no rights of its own. */
export const NOBODY: SystemUser = { uid: 65534, gid: 65534 }

const LONGEST_SOCKET_NAME = 107

/** Where a socket of that name for the folder lies: in it, or in a short one when the name would be too long for the system. */
export function socketFolderFor(folder: string, name: string): string {
  if (Buffer.byteLength(join(folder, name)) <= LONGEST_SOCKET_NAME) return folder
  const parent = isReachable(tmpdir(), NOBODY) ? tmpdir() : '/tmp'
  return join(parent, `zavor-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
}

/** Makes that short folder, private to the user. Throws when somebody else's lies there. */
export function makeSocketFolder(folder: string, user: SystemUser): void {
  makeFolder(folder)
  const facts = lstatSync(folder)
  const ours = facts.uid === process.getuid?.() || facts.uid === user.uid
  if (!facts.isDirectory() || !ours || (facts.mode & 0o077) !== 0) {
    throw new Error(`${folder} is not a private folder of ours: remove it, no socket is laid there.`)
  }
  give(folder, user)
}

/** Whether that user can pass through every folder on the way to the path, and through the path itself. */
export function isReachable(path: string, user: SystemUser): boolean {
  if (user.uid === undefined) return true
  const { uid, gid, mode } = statSync(path)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  return dirname(path) === path || isReachable(dirname(path), user)
}

/** Gives a path to the user. */
export function give(path: string, user: SystemUser): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid)
}
