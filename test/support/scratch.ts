import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
const roomWanted = 6 * 1024 ** 3

/**
 * Where the databases and data folders of tests are laid: in memory where there is room, as each test's own database is a
 * copy of some hundred files; otherwise where the system keeps what is passing.
 */
export const scratch: string = hasRoom() ? inMemory : tmpdir()

function hasRoom(): boolean {
  try {
    accessSync(inMemory, constants.W_OK)
    const { bavail, bsize } = statfsSync(inMemory)
    return bavail * bsize > roomWanted
  } catch {
    return false
  }
}
