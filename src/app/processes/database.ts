import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedServer, startEmbedded } from '../../platform/database/embedded.ts'
import type { KeyFile } from '../../platform/keys/key-file.ts'
import { ownerPasswords } from '../login-roles.ts'
import type { Settings } from '../settings.ts'

export interface Database {
  /** Connection string of the owner. */
  readonly url: string
  /** What is wrong with it now, or null when it answers the owner within 2 s. */
  ailment(): Promise<string | null>
  stop(): Promise<void>
}

/** Where the embedded cluster of a data folder lies. */
export function clusterFolder(settings: Pick<Settings, 'dataFolder'>): string {
  return join(settings.dataFolder, 'postgres')
}

/** The database named by DATABASE_URL, or else the embedded one, which is started again whenever it dies. */
export async function openDatabase(settings: Settings, keys: KeyFile, onDeath: () => void): Promise<Database> {
  if (settings.databaseUrl) {
    const url = settings.databaseUrl
    return { url, ailment: () => ailmentOf(url), stop: async () => {} }
  }
  const start = () => startEmbedded({ folder: clusterFolder(settings), ownerPasswords: ownerPasswords(keys.database) })
  let server: EmbeddedServer | null = await start()
  let stopping = false
  const { url } = server

  async function keep(): Promise<void> {
    while (!stopping) {
      await server?.ended
      if (stopping) return
      onDeath()
      server = await start().catch(() => null)
      if (!server) await wait(2000)
    }
  }
  const kept = keep()

  return {
    url,
    ailment: () => ailmentOf(url),
    async stop() {
      stopping = true
      await server?.stop()
      await kept
    },
  }
}

async function ailmentOf(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return null
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.end().catch(() => {})
  }
}
