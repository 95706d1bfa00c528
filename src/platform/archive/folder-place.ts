import { constants } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ARCHIVE_NAME, type Archived, ArchiveMissing, type ArchivePlace } from './place.ts'

const PARTIAL = /^\.zavor-.*\.partial$/
const day = 24 * 60 * 60 * 1000

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
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await sweep(folder)
      const partial = join(folder, `.${name}.partial`)
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
        return size
      } finally {
        await rm(partial, { force: true })
        await syncFolder(folder)
      }
    },
    async read(name) {
      const file = await open(pathOf(name), constants.O_RDONLY | constants.O_NOFOLLOW).catch((error) => {
        throw error.code === 'ENOENT' ? new ArchiveMissing(folder, name) : error
      })
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
    async putBeside(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const partial = join(folder, `.${name}.${process.pid}.partial`)
      await writeFile(partial, bytes, { mode: 0o600, flush: true })
      await rename(partial, join(folder, name))
      await syncFolder(folder)
    },
    async getBeside(name) {
      return await readFile(join(folder, name)).catch((error) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
  }
}

/** What a killed backup left goes after a day. */
async function sweep(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => PARTIAL.test(one))) {
    const facts = await stat(join(folder, name)).catch(() => undefined)
    if (facts && Date.now() - facts.mtimeMs > day) await rm(join(folder, name), { force: true })
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
