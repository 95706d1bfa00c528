/** One connection pool and one typed database handle per purpose. */
import { type Kysely, Kysely as KyselyClass, type PostgresDialectConfig } from 'kysely'
import type pg from 'pg'
import type { PurposeName } from '../../../policy/policy.ts'
import { statementName } from '../../platform/database/pool.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import type { For } from '../map/types.ts'
import { PurposeDialect } from './purpose-dialect.ts'

export interface Handles {
  of<P extends PurposeName>(purpose: P): Kysely<For<P>>
  close(): Promise<void>
}

/** Pools open when first used: a purpose that nobody uses costs no connection. */
export function makeHandles(openPool: (purpose: PurposeName) => pg.Pool, maps: readonly AnyDataMap[]): Handles {
  const handles = new Map<PurposeName, Kysely<unknown>>()
  const tables = maps.filter((map) => !map.rule.throughView).map((map) => map.table)
  return {
    of<P extends PurposeName>(purpose: P) {
      const handle =
        handles.get(purpose) ??
        new KyselyClass<unknown>({
          dialect: new PurposeDialect({ pool: named(openPool(purpose)) }, tables),
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

type PoolLike = PostgresDialectConfig['pool']

/** Every statement goes out prepared under a name, as an unnamed one is planned each time; `begin` and its like have no plan. */
function named(pool: pg.Pool): PoolLike {
  // One for each connection: by it Kysely knows the connection again.
  const known = new WeakMap<pg.PoolClient, object>()
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? preparing(client)
      known.set(client, wrapped)
      return wrapped
    },
    end: () => pool.end(),
  } as unknown as PoolLike
}

/**
 * Stands at the end of a statement that is a transaction's last: it waits for the commit and goes out with it, which spares a
 * way there and back. Whoever runs it is answered at once with nothing; what it fails on is what the commit fails on.
 */
export const WITH_THE_COMMIT = '/* with the commit */'

interface Statement {
  readonly text: string
  readonly values: unknown[]
}

const planned = /^\s*(select|with|insert|update|delete)\b/i
const nothing = { command: '', rowCount: 0, rows: [] }

function preparing(client: pg.PoolClient): object {
  let last: Statement | null = null
  const send = ({ text, values }: Statement) => {
    const name = planned.test(text) ? statementName(text) : undefined
    return client.query(name ? { text, values, name } : { text, values })
  }
  return {
    async query(text: string, values: unknown[]) {
      const before = last
      last = null
      if (text.endsWith(WITH_THE_COMMIT)) {
        if (before) throw new Error('a transaction has one last statement')
        last = { text, values }
        return nothing
      }
      if (!before || text === 'rollback') return await send({ text, values })
      if (text !== 'commit') throw new Error('nothing follows the last statement of a transaction but its end')
      return await both(send(before), send({ text, values }))
    },
    release: (broken: boolean) => client.release(broken),
  }
}

/** If the last statement failed, PostgreSQL made of the commit a rollback. */
async function both<T>(before: Promise<unknown>, commit: Promise<T>): Promise<T> {
  const [first, second] = await Promise.allSettled([before, commit])
  if (first.status === 'rejected') throw first.reason
  if (second.status === 'rejected') throw second.reason
  return second.value
}
