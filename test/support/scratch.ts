import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
const roomWanted = 6 * 1024 ** 3

/** Where a run of tests may have its folder. */
export const places: readonly string[] = isWritable(inMemory) ? [inMemory, tmpdir()] : [tmpdir()]

/**
 * Where the databases and data folders of tests are laid: in memory where there is room, as each test's own database is a
 * copy of some hundred files; otherwise where the system keeps what is passing.
 */
export function roomiest(): string {
  return places.includes(inMemory) && hasRoom(inMemory) ? inMemory : tmpdir()
}

/** The folder of this run of tests. */
export const scratch = (): string => process.env.ZAVOR_SCRATCH ?? roomiest()

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function hasRoom(place: string): boolean {
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize > roomWanted
}
