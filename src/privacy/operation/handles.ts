/** One connection pool and one typed database handle per purpose. */
import { type Kysely, Kysely as KyselyClass, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { PurposeName } from '../../../policy/policy.ts'
import { statementName } from '../../platform/database/pool.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import type { For } from '../map/types.ts'
import { ToBaseTables } from './to-base-tables.ts'

export interface Handles {
  of<P extends PurposeName>(purpose: P): Kysely<For<P>>
  close(): Promise<void>
}

/** Pools open when first used: a purpose that nobody uses costs no connection. */
export function makeHandles(openPool: (purpose: PurposeName) => pg.Pool, maps: readonly AnyDataMap[]): Handles {
  const handles = new Map<PurposeName, Kysely<unknown>>()
  const plugin = new ToBaseTables(maps.filter((map) => !map.rule.throughView).map((map) => map.table))
  return {
    of<P extends PurposeName>(purpose: P) {
      const handle =
        handles.get(purpose) ??
        new KyselyClass<unknown>({
          dialect: new PostgresDialect({ pool: named(openPool(purpose)) }),
          plugins: [plugin],
        })
      handles.set(purpose, handle)
      return handle as Kysely<For<P>>
    },
    async close() {
      await Promise.all([...handles.values()].map((handle) => handle.destroy()))
      handles.clear()
    },
  }
}

type PoolLike = ConstructorParameters<typeof PostgresDialect>[0]['pool']

/** Every statement goes out prepared under a name: unnamed ones cost a third of the rate. */
function named(pool: pg.Pool): PoolLike {
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      return {
        query: (sql: string, parameters: readonly unknown[]) => {
          const name = parameters.length > 0 ? statementName(sql) : undefined
          return client.query(
            name ? { text: sql, values: [...parameters], name } : { text: sql, values: [...parameters] },
          )
        },
        release: () => client.release(),
      }
    },
    end: () => pool.end(),
  } as unknown as PoolLike
}
