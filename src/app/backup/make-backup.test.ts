/** Backups: one moment of the whole database, encrypted, without keys, on a folder or a real S3 store, until they expire. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BackedDesk, backedDesk } from '../../../test/support/backup.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenProcessor, givenStaff } from '../../../test/support/given.ts'
import { s3Server } from '../../../test/support/s3-server.ts'
import { listBackups } from '../../backups/list-backups.ts'
import { folderPlace } from '../../platform/archive/folder-place.ts'
import { readIdentities } from '../../platform/archive/identity.ts'
import { openPlace } from '../../platform/archive/open-place.ts'
import type { ArchivePlace } from '../../platform/archive/place.ts'
import { RecordReader } from '../../platform/archive/records.ts'
import { unseal } from '../../platform/archive/sealed.ts'
import { newId } from '../../platform/database/id.ts'
import { createKeyFile, writeRing } from '../../platform/keys/key-file.ts'
import { identityPath, madeAt } from './make-backup.ts'

let desk: TestDesk
let backed: BackedDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  backed = await backedDesk(desk)
})
afterAll(() => desk.close())

async function partsOf(
  place: ArchivePlace,
  name: string,
): Promise<{ head: Record<string, unknown>; content: Buffer }[]> {
  const identities = await readIdentities(identityPath(backed.keyFile))
  const reader = new RecordReader(unseal(await place.read(name), identities))
  const parts: { head: Record<string, unknown>; content: Buffer }[] = []
  for (let next = await reader.next(); 'content' in next; next = await reader.next()) {
    const bytes: Buffer[] = []
    for await (const one of next.content) bytes.push(one)
    parts.push({ head: next.head as Record<string, unknown>, content: Buffer.concat(bytes) })
  }
  return parts
}

it('holds no key, and nothing that can be read without one', async () => {
  const member = await givenMember(desk, { name: 'Ioana Copiată' })
  await desk.tools.keys.seal(member.accountId, { record: 'r', field: 'f', version: 1 }, 'parola')
  await createKeyFile(backed.keyFile)
  const { name } = await backed.backup({ place: folderPlace(join(desk.dataFolder, 'backups')) })
  const raw = await readFile(join(desk.dataFolder, 'backups', name))
  expect(raw.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(raw.includes('Ioana')).toBe(false)
  const parts = await partsOf(backed.place, name)
  const all = Buffer.concat(parts.flatMap(({ head, content }) => [Buffer.from(JSON.stringify(head)), content]))
  expect(all.includes('Ioana Copiată')).toBe(true)
  const secrets = [
    ...(await readIdentities(identityPath(backed.keyFile))),
    (await readFile(backed.keyFile, 'utf8')).split('\n')[1] ?? '',
    ...Object.values(backed.keys).flatMap((ring) => writeRing(ring).trim().split(' ').at(-1) ?? ''),
  ]
  for (const secret of secrets) expect(all.includes(secret)).toBe(false)
  for (const ring of Object.values(backed.keys)) expect(all.includes(ring.roots[0]?.key ?? 'none')).toBe(false)
})

it('is one moment, whatever is written while it is read', async () => {
  const accountId = await givenAccount(desk)
  let told = false
  let left = 0
  const slow: ArchivePlace = {
    ...backed.place,
    async write(name, content) {
      return await backed.place.write(
        name,
        (async function* () {
          for await (const bytes of content) {
            left += bytes.length
            // More than the header of age has left: the moment is taken.
            if (!told && left > 1000)
              await desk.owner.query(
                `insert into base.person (account_id, id, name, language) values ($1, $2, 'Prea Târziu', 'ro')`,
                [accountId, newId()],
              )
            told ||= left > 1000
            yield bytes
          }
        })(),
      )
    },
  }
  // Enough that the first of it leaves while the rest is still read.
  const lots = Array.from({ length: 4000 }, () => newId())
  await desk.owner.query(
    `insert into base.account (id, kind, name, country, language)
     select i, 'client', encode(sha256(i::text::bytea), 'hex') || i::text, 'RO', 'ro' from unnest($1::uuid[]) i`,
    [lots],
  )
  const { name, counts } = await backed.backup({ place: slow })
  const parts = await partsOf(backed.place, name)
  const accounts = parts.find(({ head }) => head.name === 'account')?.content.toString() ?? ''
  expect(told).toBe(true)
  expect(accounts.includes(lots[3999] ?? '')).toBe(true)
  const people = parts.find(({ head }) => head.name === 'person')?.content.toString()
  expect(people?.includes('Prea Târziu')).toBe(false)
  const entries =
    parts
      .find(({ head }) => head.name === 'audit_entry')
      ?.content.toString()
      .trim()
      .split('\n') ?? []
  expect(entries.filter(Boolean)).toHaveLength(counts.head.chain.seq)
})

it('lies on a real S3 store too, and is found, read and removed there', async () => {
  const endpoint = await s3Server(['copii'])
  const place = await openPlace('s3://copii/zavor', { AWS_ENDPOINT_URL: endpoint })
  await expect(backed.backup({ place })).rejects.toMatchObject({ code: 'backup_store_closed' })
  expect(await place.list()).toEqual([])
  await givenProcessor(desk, 'backup_store')
  const { name, bytes, counts } = await backed.backup({ place })
  expect(await place.list()).toEqual([{ name, size: bytes }])
  expect((await partsOf(place, name)).length).toBeGreaterThan(counts.tables)
  await expect(place.read(name.replace('zavor-2', 'zavor-1'))).rejects.toMatchObject({ code: 'archive_missing' })
  await place.remove(name)
  expect(await place.list()).toEqual([])
  await expect(
    (await openPlace('s3://missing', { AWS_ENDPOINT_URL: endpoint })).write(name, source()),
  ).rejects.toThrow()
})

it('takes away before it begins what killed ones left half-sent, and nothing else', async () => {
  const endpoint = await s3Server(['copii'])
  const place = await openPlace('s3://copii/zavor', { AWS_ENDPOINT_URL: endpoint })
  await givenProcessor(desk, 'backup_store')
  const client = new S3Client({ endpoint, forcePathStyle: true, region: 'us-east-1' })
  const half = async (Key: string) => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: 'copii', Key }))
    await client.send(new UploadPartCommand({ Bucket: 'copii', Key, UploadId, PartNumber: 1, Body: 'jumătate' }))
    return Key
  }
  const left = async () => {
    const keys: (string | undefined)[] = []
    let after: string | undefined = ''
    while (after !== undefined) {
      const page: ListMultipartUploadsCommandOutput = await client.send(
        new ListMultipartUploadsCommand({ Bucket: 'copii', KeyMarker: after, UploadIdMarker: 'z' }),
      )
      keys.push(...(page.Uploads ?? []).map(({ Key }) => Key))
      after = page.NextKeyMarker
    }
    return keys
  }
  const killed = ['a', 'b', 'c'].map(
    (one) => `zavor/zavor-2026-11-26T03-20-0${one.charCodeAt(0) - 97}Z-0000000${one}.age`,
  )
  for (const key of killed) await half(key)
  // Another backup of this desk is under way: perhaps one of them is its.
  const other = await desk.owner.connect()
  await other.query(`select pg_advisory_lock(hashtext('zavor backup'))`)
  await backed.backup({ place })
  await other.query(`select pg_advisory_unlock(hashtext('zavor backup'))`)
  other.release()
  expect(await left()).toEqual(killed)
  const kept = [await half('zavorul/zavor-2026-11-26T03-20-00Z-0000000a.age'), await half('zavor/facturi.zip')]
  await backed.backup({ place })
  expect(await left()).toEqual(kept.sort())
  client.destroy()
})

it('expires: the next one takes those past their period away, and staff see it', async () => {
  const place = folderPlace(join(desk.dataFolder, 'expiring'))
  const old = await backed.backup({ place, now: new Date('2026-01-01T03:20:00Z') })
  const young = await backed.backup({ place, now: new Date('2026-01-30T03:20:00Z') })
  expect(young.removed).toEqual([])
  const next = await backed.backup({ place, now: new Date('2026-01-31T03:20:01Z') })
  expect(next.removed).toEqual([old.name])
  expect((await place.list()).map(({ name }) => name)).toEqual([young.name, next.name])
  expect(madeAt(old.name)).toEqual(new Date('2026-01-01T03:20:00Z'))
  const { backups } = await desk.as(await givenStaff(desk, { roles: ['owner'] })).call(listBackups, {})
  const shown = backups.filter((one) => one.place === place.words)
  expect(shown.map(({ name, goneAt }) => [name, goneAt !== null])).toEqual([
    [next.name, false],
    [young.name, false],
    [old.name, true],
  ])
  expect(shown[0]).toMatchObject({ bytes: next.bytes, expiresAt: new Date('2026-03-02T03:20:01Z'), failure: null })
})

it('that fails leaves nothing at its place and says why, without a word of anybody’s data', async () => {
  const full: ArchivePlace = {
    ...folderPlace(join(desk.dataFolder, 'full')),
    async write(_name, content) {
      for await (const _ of content) throw new Error('ENOSPC: no space left on device')
      return 0
    },
  }
  await expect(backed.backup({ place: full })).rejects.toThrow('no space left')
  await expect(backed.backup({ place: full, ownerUrl: `${desk.database.url}x` })).rejects.toThrow()
  expect(await readdir(join(desk.dataFolder, 'full')).catch(() => [])).toEqual([])
  const { backups } = await desk.as(await givenStaff(desk, { roles: ['owner'] })).call(listBackups, {})
  expect(backups.find((one) => one.place === full.words)).toMatchObject({
    name: null,
    failure: expect.stringContaining('no space'),
  })
})

it('finds what lies there and this database does not know, as after a restore', async () => {
  const place = folderPlace(join(desk.dataFolder, 'found'))
  const { name } = await backed.backup({ place })
  await desk.owner.query('delete from base.backup_run where name = $1', [name])
  await backed.backup({ place })
  const { rows } = await desk.owner.query('select how, expires_at from base.backup_run where name = $1', [name])
  expect(rows).toMatchObject([{ how: 'found', expires_at: expect.any(Date) }])
})

it('refuses an identity file that others can read, or that holds none', async () => {
  const path = identityPath(backed.keyFile)
  const text = await readFile(path, 'utf8')
  await writeFile(path, 'nothing')
  await expect(backed.backup()).rejects.toMatchObject({ code: 'malformed' })
  await writeFile(path, text)
})

async function* source(): AsyncIterable<Buffer> {
  yield Buffer.from('x')
}
