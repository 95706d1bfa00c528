/** A database of the product's own kind, durable as in production, for the time of one benchmark. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { createDesk, type Desk } from '../../src/app/desk.ts'
import { ownerPasswords, rolePasswords } from '../../src/app/login-roles.ts'
import { maps } from '../../src/app/maps.ts'
import { operations } from '../../src/app/operations.ts'
import { prepareDatabase } from '../../src/app/prepare.ts'
import { toolsFor } from '../../src/app/tools.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { ownerPool, urlFor } from '../../src/platform/database/owner-pool.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { createKeyFile, type KeyFile } from '../../src/platform/keys/key-file.ts'
import { roleOf } from '../../src/privacy/compiler/wanted.ts'
import type { AnyOperation } from '../../src/privacy/operation/operation.ts'

export const benchOrigin = 'http://desk.test'

export interface BenchDatabase {
  readonly owner: Pool
  readonly postgresPid: number
  readonly ownerUrl: string
  readonly folder: string
  readonly keys: KeyFile
  urlOf(purpose: string): string
  desk(more?: readonly AnyOperation[]): Promise<Desk>
  close(): Promise<void>
}

export async function benchDatabase(): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'zavor-bench-'))
  const keys = await createKeyFile(join(folder, 'zavor.key'))
  const passwordOf = rolePasswords(keys.database)
  const server = await startEmbedded({
    folder: join(folder, 'postgres'),
    ownerPasswords: ownerPasswords(keys.database),
  })
  const owner = ownerPool(server.url)
  await prepareDatabase(owner, passwordOf)
  const urlOf = (purpose: string) => urlFor(server.url, roleOf(purpose), passwordOf(roleOf(purpose)))
  return {
    owner,
    postgresPid: server.pid,
    ownerUrl: server.url,
    folder,
    keys,
    urlOf,
    async desk(more = []) {
      const tools = await toolsFor({ dataFolder: folder, deskRing: keys.desk, origin: benchOrigin })
      return createDesk({
        openPool: (purpose) => openPool(urlOf(purpose), { max: 16 }),
        operations: [...operations, ...more],
        maps,
        tools,
      })
    },
    async close() {
      await owner.end()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
