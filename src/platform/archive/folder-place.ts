import { constants } from 'node:fs'
import { type FileHandle, link, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'
import { partialName, sweepPartials } from './partial.ts'
import { ARCHIVE_NAME, type Archived, ArchiveMissing, type ArchivePlace } from './place.ts'

/** A folder of this machine or of one that is mounted. A file has its name only when it is whole and on the disk. */
export function folderPlace(folder: string, reach: ArchivePlace['reach'] = 'machine'): ArchivePlace {
  const pathOf = (name: string) => {
    if (!ARCHIVE_NAME.test(name)) throw new ArchiveMissing(folder, name)
    return join(folder, name)
  }
  return {
    words: folder,
    reach,
    async write(name, content) {
      const path = pathOf(name)
      makeFolder(folder)
      await sweepPartials(folder)
      const partial = join(folder, partialName(name))
      try {
        const file = await open(partial, 'wx', 0o600)
        let size = 0
        try {
          for await (const bytes of content) {
            await file.appendFile(bytes)
            size += bytes.length
          }
          await file.sync()
        } finally {
          await file.close()
        }
        await link(partial, path)
        await syncFolder(folder)
        return size
      } finally {
        // Where it cannot be removed, why nothing was written is what counts.
        await rm(partial, { force: true }).catch(() => {})
      }
    },
    async read(name) {
      const file = await openFile(pathOf(name))
      if (!file) throw new ArchiveMissing(folder, name)
      return file.createReadStream({ highWaterMark: 256 * 1024 })
    },
    async list() {
      const names = await readdir(folder).catch((error) => {
        if (error.code === 'ENOENT') return []
        throw error
      })
      const found: Archived[] = []
      for (const name of names.filter((one) => ARCHIVE_NAME.test(one)).sort()) {
        found.push({ name, size: (await stat(join(folder, name))).size })
      }
      return found
    },
    async remove(name) {
      await rm(pathOf(name), { force: true })
      await syncFolder(folder)
    },
    // Of its half files each says whose it is.
    async dropHalves() {
      await sweepPartials(folder)
    },
    async putBeside(name, bytes) {
      makeFolder(folder)
      const partial = join(folder, partialName(name))
      try {
        await writeFile(partial, bytes, { mode: 0o600, flush: true })
        await rename(partial, join(folder, name))
      } finally {
        await rm(partial, { force: true }).catch(() => {})
      }
      await syncFolder(folder)
    },
    async getBeside(name) {
      const file = await openFile(join(folder, name))
      return file && (await file.readFile().finally(() => file.close()))
    },
  }
}

/** Null when it is not there. A pipe would keep whoever opens it waiting for somebody who writes. */
async function openFile(path: string): Promise<FileHandle | null> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file || (await file.stat()).isFile()) return file
  await file.close()
  throw new Error(`${path} is not a file.`)
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
