import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { link, mkdir, open, readdir, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Blobs, FileMissing, FileRefused } from './blobs.ts'

const NAME = /^[0-9a-z-]+(\/[0-9a-z-]+)*$/
const PARTIAL = '.partial'
const DAY = 24 * 60 * 60 * 1000

/**
 * Blobs in a folder of this machine. A file appears under its name only when it is whole and on disk: it is written
 * aside and linked in. Names are of our own making and checked all the same, so that no path leads out of the folder.
 */
export async function folderBlobs(folder: string): Promise<Blobs> {
  const aside = join(folder, PARTIAL)
  await mkdir(aside, { recursive: true, mode: 0o700 })
  await sweep(aside)
  const pathOf = (name: string) => {
    if (!NAME.test(name)) throw new Error('Not a name of a stored file.')
    return join(folder, name)
  }
  const folderOf = (prefix: string) => {
    if (!prefix.endsWith('/')) throw new Error('A prefix ends with a slash.')
    return pathOf(prefix.slice(0, -1))
  }
  return {
    async write(name, content) {
      const path = pathOf(name)
      const partial = join(aside, randomBytes(12).toString('hex'))
      try {
        const handle = await open(partial, 'wx', 0o600)
        try {
          for await (const bytes of content) await handle.appendFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await link(partial, path).catch((error: NodeJS.ErrnoException) => {
          throw error.code === 'EEXIST' ? new FileRefused('file_name_taken', `There is a file ${name} already.`) : error
        })
        await syncFolder(dirname(path))
      } finally {
        await rm(partial, { force: true })
      }
    },
    async *read(name) {
      const handle = await open(pathOf(name), constants.O_RDONLY | constants.O_NOFOLLOW).catch((error) => {
        throw isMissing(error) ? new FileMissing(name) : error
      })
      yield* handle.createReadStream({ highWaterMark: 64 * 1024 })
    },
    async remove(name) {
      try {
        await unlink(pathOf(name))
        return true
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      }
    },
    async removeUnder(prefix) {
      let removed = 0
      for await (const _ of filesUnder(folder, prefix.slice(0, -1))) removed += 1
      await rm(folderOf(prefix), { recursive: true, force: true })
      return removed
    },
    list(prefix) {
      folderOf(prefix)
      return filesUnder(folder, prefix.slice(0, -1))
    },
  }
}

async function* filesUnder(folder: string, name: string): AsyncIterable<string> {
  const entries = await readdir(join(folder, name), { withFileTypes: true }).catch((error) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const entry of entries) {
    const below = `${name}/${entry.name}`
    if (entry.isDirectory()) yield* filesUnder(folder, below)
    else yield below
  }
}

/** What a killed process left half-written goes after a day: nobody writes for that long. */
async function sweep(aside: string): Promise<void> {
  for (const name of await readdir(aside)) {
    const path = join(aside, name)
    const facts = await stat(path).catch(() => undefined)
    if (facts && Date.now() - facts.mtimeMs > DAY) await rm(path, { force: true })
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
