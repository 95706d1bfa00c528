/** A whole desk for a test: its own database, cloned from the migrated and compiled template. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { onTestFinished } from 'vitest'
import { brokerClient } from '../../src/access/broker/broker-client.ts'
import { brokerListener } from '../../src/access/broker/broker-listener.ts'
import { createDesk, type Desk } from '../../src/app/desk.ts'
import { INSPECTOR_ROLE } from '../../src/app/inspector.ts'
import { BROKER_ROLE } from '../../src/app/login-roles.ts'
import { maps } from '../../src/app/maps.ts'
import { operations } from '../../src/app/operations.ts'
import { toolsFor } from '../../src/app/tools.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { type KeyRing, newRing } from '../../src/platform/keys/key-file.ts'
import { roleOf } from '../../src/privacy/compiler/wanted.ts'
import type { AnyDataMap } from '../../src/privacy/map/data-map.ts'
import type { Actor, Caller } from '../../src/privacy/operation/actor.ts'
import type { AnyOperation, InputOf, OutputOf } from '../../src/privacy/operation/operation.ts'
import { cloneDatabase, type TestDatabase } from './postgres.ts'
import { scratch } from './scratch.ts'

export interface TestDesk extends Desk {
  /** The owner's pool: sees everything, for looking at rows. */
  readonly owner: Pool
  readonly database: TestDatabase
  readonly dataFolder: string
  /** The ring `desk` of its key file. */
  readonly ring: KeyRing
  as(
    actor: Actor,
    via?: Caller['via'],
  ): {
    call<Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>>
  }
  /** Runs the jobs that are waiting now, also those that they enqueue, in order; `atOnce` of them side by side. */
  runJobs(atOnce?: number): Promise<number>
}

export interface TestDeskOptions {
  readonly operations?: readonly AnyOperation[]
  readonly maps?: readonly AnyDataMap[]
  readonly now?: () => Date
  /** Where the pages that checks of promises look at are served. */
  readonly pagesAt?: string
}

/** Call inside a test or a hook; it closes itself when the test is over, unless `keep`. */
export async function testDesk(options: TestDeskOptions & { keep?: true } = {}): Promise<TestDesk> {
  const database = await cloneDatabase()
  const dataFolder = await mkdtemp(join(scratch(), 'zavor-desk-'))
  const ring = newRing('desk')
  const brokerPool = openPool(database.urlOf(BROKER_ROLE), { max: 4 })
  const socketPath = join(dataFolder, 'broker.sock')
  const broker = createServer(await brokerListener({ ring: newRing('broker'), pool: brokerPool }))
  await new Promise<void>((listening) => broker.listen(socketPath, listening))
  const desk = createDesk({
    openPool: (purpose) => openPool(database.urlOf(roleOf(purpose)), { max: 20 }),
    operations: options.operations ?? operations,
    maps: options.maps ?? maps,
    tools: await toolsFor({
      dataFolder,
      deskRing: ring,
      origin: 'http://desk.test',
      inspection: {
        openInspector: () => openPool(database.urlOf(INSPECTOR_ROLE), { max: 2 }),
        openSecurity: () => openPool(database.urlOf(roleOf('security')), { max: 2 }),
        // Nobody listens there, which is known at once; a name that does not exist would be looked up for seconds.
        pagesAt: options.pagesAt ?? 'http://127.0.0.1:1',
      },
      broker: brokerClient(socketPath),
    }),
    ...(options.now ? { now: options.now } : {}),
  })
  const test: TestDesk = {
    ...desk,
    owner: database.owner,
    database,
    dataFolder,
    ring,
    as: (actor, via = 'page') => ({ call: (operation, input) => desk.call({ actor, via }, operation, input) }),
    runJobs: (atOnce = 1) => runJobs(desk, database.owner, atOnce),
    async close() {
      broker.close()
      await brokerPool.end()
      await desk.close()
      await database.drop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
  if (!options.keep) onTestFinished(() => test.close())
  return test
}

interface WaitingJob {
  readonly id: string
  readonly payload: { operation: string; input: unknown }
}

async function runJobs(desk: Desk, owner: Pool, atOnce: number): Promise<number> {
  let ran = 0
  for (;;) {
    const { rows } = await owner.query<WaitingJob>({
      name: 'take jobs',
      text: `with next as (select j.id from graphile_worker._private_jobs j where j.run_at <= now()
          order by j.priority, j.run_at, j.id limit $1)
        delete from graphile_worker._private_jobs j using next where j.id = next.id returning j.id, j.payload`,
      values: [atOnce],
    })
    if (rows.length === 0) return ran
    await Promise.all(rows.map(({ payload }) => desk.runJob(payload.operation, payload.input)))
    ran += rows.length
  }
}
