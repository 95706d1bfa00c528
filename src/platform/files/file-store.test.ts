import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accountKeys } from '../keys/account-keys.ts'
import { newRing } from '../keys/key-file.ts'
import { memoryKeyStore } from '../keys/memory-key-store.ts'
import { FileMissing, FileRefused } from './blobs.ts'
import { CHUNK } from './chunks.ts'
import { type FileStore, fileStore } from './file-store.ts'
import { folderBlobs } from './folder-blobs.ts'

const mine = '0190a000-0000-7000-8000-000000000001'
const theirs = '0190a000-0000-7000-8000-000000000002'
const fileId = '0190b000-0000-7000-8000-0000000000ab'
const otherId = '0190b000-0000-7000-8000-0000000000ac'

let folder: string
let files: FileStore
const store = memoryKeyStore()
beforeEach(async () => {
  store.rows.clear()
  folder = await mkdtemp(join(tmpdir(), 'zavor-files-'))
  files = fileStore(await folderBlobs(folder), accountKeys(newRing('desk'), store))
})
afterEach(() => rm(folder, { recursive: true }))

async function* from(bytes: Uint8Array, step = 10_000) {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
}
const put = (bytes: Uint8Array, id = fileId, accountId = mine) =>
  files.put({ accountId, fileId: id, content: from(bytes), maxBytes: 10_000_000 })
async function whole(id = fileId, accountId = mine) {
  const parts: Buffer[] = []
  for await (const part of await files.read(accountId, id)) parts.push(part)
  return Buffer.concat(parts)
}
const pathOf = (id = fileId, accountId = mine) => join(folder, accountId, id.slice(-2), id)
const everything = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())

describe('the file store', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 1_000_000])(
    'gives back %i bytes as they were',
    async (size) => {
      const bytes = randomBytes(size)
      expect(await put(bytes)).toEqual({ size, sha256: createHash('sha256').update(bytes).digest('hex') })
      expect((await whole()).equals(bytes)).toBe(true)
      expect((await stat(pathOf())).mode & 0o777).toBe(0o600)
    },
  )

  it('gives back content however it was cut on the way in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(150_000), { maxLength: 6 }), async (sizes) => {
        const parts = sizes.map((size) => randomBytes(size))
        async function* content() {
          yield* parts
        }
        await files.put({ accountId: mine, fileId, content: content(), maxBytes: 1_000_000 })
        expect((await whole()).equals(Buffer.concat(parts))).toBe(true)
        await files.remove(mine, fileId)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps nothing in clear on disk', async () => {
    await put(Buffer.from('Raportul lui Popescu, confidențial'))
    expect((await readFile(pathOf())).includes('Popescu')).toBe(false)
  })

  it('keeps nothing of a file that is too large, or breaks off', async () => {
    const tooLarge = files.put({ accountId: mine, fileId, content: from(randomBytes(200_000)), maxBytes: 199_999 })
    await expect(tooLarge).rejects.toMatchObject({ code: 'file_too_large' })
    async function* breaking() {
      yield randomBytes(200_000)
      throw new Error('connection lost')
    }
    const broken = files.put({ accountId: mine, fileId, content: breaking(), maxBytes: 1_000_000 })
    await expect(broken).rejects.toThrow('connection lost')
    expect(await everything()).toEqual([])
    await expect(whole()).rejects.toThrow(FileMissing)
  })

  it('never replaces a file', async () => {
    await put(Buffer.from('one'))
    await expect(put(Buffer.from('two'))).rejects.toMatchObject({ code: 'file_name_taken' })
    expect((await whole()).toString()).toBe('one')
  })

  it('removes what a killed process left, after a day', async () => {
    const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, '.partial', name))
    await Promise.all([writeFile(old!, 'x'), writeFile(fresh!, 'x')])
    await utimes(old!, new Date(0), new Date(0))
    await folderBlobs(folder)
    expect(await readdir(join(folder, '.partial'))).toEqual(['fresh'])
  })

  it('gives nothing to another account, also when the file is put in its folder', async () => {
    await put(Buffer.from('mine'))
    await put(Buffer.from('theirs'), fileId, theirs)
    await writeFile(pathOf(fileId, theirs), await readFile(pathOf()))
    await expect(whole(fileId, theirs)).rejects.toThrow(FileRefused)
    await expect(whole(otherId)).rejects.toThrow(FileMissing)
  })

  it('refuses a file that stands under another name', async () => {
    await put(Buffer.from('one'))
    await put(Buffer.from('two'), otherId)
    await writeFile(pathOf(otherId), await readFile(pathOf()))
    await expect(whole(otherId)).rejects.toThrow(FileRefused)
  })

  it('refuses chunks that are cut, dropped, doubled, reordered or of another file', async () => {
    await put(randomBytes(3 * CHUNK))
    await put(randomBytes(3 * CHUNK), otherId)
    const [bytes, other] = [await readFile(pathOf()), await readFile(pathOf(otherId))]
    const sealed = CHUNK + 16
    const start = bytes.length - 3 * sealed
    const head = bytes.subarray(0, start)
    const [a, b, c] = [0, 1, 2].map((at) => bytes.subarray(start + at * sealed, start + (at + 1) * sealed))
    const foreign = other.subarray(start + sealed, start + 2 * sealed)
    const wrong = [[a, b], [a], [], [b, c], [a, c], [a, b, b, c], [b, a, c], [a, c, b], [a, foreign, c], [a, b, c, c]]
    for (const chunks of wrong) {
      await writeFile(pathOf(), Buffer.concat([head, ...(chunks as Buffer[])]))
      await expect(whole()).rejects.toThrow(FileRefused)
    }
    for (const length of [0, 3, 6, 50, start - 1, start + 5, bytes.length - 1]) {
      await writeFile(pathOf(), bytes.subarray(0, length))
      await expect(whole()).rejects.toThrow(FileRefused)
    }
    await writeFile(pathOf(), Buffer.concat([bytes, Buffer.alloc(1)]))
    await expect(whole()).rejects.toThrow(FileRefused)
  })

  it('refuses a file with any bit changed', async () => {
    await put(Buffer.from('short'))
    const bytes = await readFile(pathOf())
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ (1 << (at % 8))
      await writeFile(pathOf(), changed)
      await expect(whole()).rejects.toThrow(FileRefused)
    }
  })

  it('takes no path from outside', async () => {
    for (const id of [
      '../../etc/passwd',
      '',
      '.',
      `${fileId}/..`,
      fileId.toUpperCase(),
      `${fileId}\0`,
      `${fileId}\n`,
    ]) {
      await expect(files.read(mine, id)).rejects.toThrow(FileMissing)
      await expect(put(Buffer.from('x'), id)).rejects.toThrow(FileMissing)
      await expect(files.removeAccount(id)).rejects.toThrow(FileMissing)
    }
    const blobs = await folderBlobs(folder)
    for (const name of ['../x', '/etc/x', 'a/../b', '.partial/x', 'a//b'])
      await expect(blobs.remove(name)).rejects.toThrow()
  })

  it('ends with the account: by removal, and by the destruction of its key alone', async () => {
    await put(Buffer.from('one'))
    await put(Buffer.from('two'), otherId)
    await put(Buffer.from('three'), fileId, theirs)
    const ids: string[] = []
    for await (const id of files.list(mine)) ids.push(id)
    expect(ids.sort()).toEqual([fileId, otherId])
    store.rows.delete(mine)
    await expect(whole()).rejects.toThrow(FileRefused)
    expect(await files.removeAccount(mine)).toBe(2)
    expect(await files.removeAccount(mine)).toBe(0)
    expect((await whole(fileId, theirs)).toString()).toBe('three')
  })
})
