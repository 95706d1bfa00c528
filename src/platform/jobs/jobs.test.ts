import pg from 'pg'
import { cloneDatabase, type TestDatabase } from '../../../test/support/postgres.ts'
import { openPool } from '../database/pool.ts'
import { deadJobs, reviveJob } from './dead-jobs.ts'
import { type JobRunner, runJobs } from './runner.ts'
import { WORKER_ROLE } from './worker-role.ts'

let database: TestDatabase
let pool: pg.Pool
let runner: JobRunner | undefined

beforeEach(async () => {
  database = await cloneDatabase()
  pool = openPool(database.urlOf(WORKER_ROLE), { max: 4 })
})

afterEach(async () => {
  await runner?.stop()
  runner = undefined
  await pool.end()
  await database.drop()
})

async function asSupport(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: database.urlOf('zavor_support') })
  await client.connect()
  await work(client).finally(() => client.end())
}

const enqueue = (client: pg.Client, operation: string, input: object, key: string | null = null) =>
  client.query('select base.enqueue($1, $2, null, $3)', [operation, JSON.stringify(input), key])

async function run(
  runOperation: (operation: string, input: unknown) => Promise<void>,
  onFailure: (words: string) => void = () => {},
) {
  runner = await runJobs({ pool, runOperation, concurrency: 2, schedule: [], onFailure })
}

const waiting = async () =>
  (await database.owner.query('select count(*)::int as n from graphile_worker.jobs')).rows[0].n

describe('jobs', () => {
  it('run at once when the write that asked for them commits, with their input', async () => {
    const ran: unknown[] = []
    await run(async (operation, input) => {
      ran.push([operation, input])
    })
    await asSupport((client) => enqueue(client, 'ticket.tell', { ticketId: 'șț' }))
    await vi.waitFor(() => expect(ran).toEqual([['ticket.tell', { ticketId: 'șț' }]]), 15_000)
  })

  it('are written as the queue itself writes them, and the worker is told alike', async () => {
    const listener = new pg.Client({ connectionString: database.url })
    await listener.connect()
    const told: unknown[] = []
    listener.on('notification', ({ payload }) => told.push({ ...JSON.parse(payload ?? '{}'), r: 'random' }))
    await listener.query('listen "jobs:insert"')
    const input = JSON.stringify({ ticketId: 'șț' })
    const ours = `select base.enqueue('ticket.tell', '${input}', null, null)`
    const theirs = `select graphile_worker.add_job('operation',
      json_build_object('operation', 'ticket.tell', 'input', '${input}'::jsonb), max_attempts => 12)`
    // The very first one makes the task; all after it take the short way.
    for (const statement of [ours, ours, theirs]) await database.owner.query(statement)
    const { rows } = await database.owner.query(
      `select to_jsonb(j) - array['id', 'run_at', 'created_at', 'updated_at'] as job, run_at = created_at as at_once
       from graphile_worker._private_jobs j order by id`,
    )
    expect(rows).toHaveLength(3)
    expect(rows[1]).toEqual(rows[0])
    expect(rows[1]).toEqual(rows[2])
    await vi.waitFor(() => expect(told).toHaveLength(3), 15_000)
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
    await listener.end()
  })

  it('wait for their time', async () => {
    await asSupport((client) =>
      client.query(
        `select base.enqueue('ticket.tell', '{}', null, null), base.enqueue('ticket.tell', '{}', now() + interval '1 hour', null)`,
      ),
    )
    const { rows } = await database.owner.query(
      'select count(*) filter (where run_at > now())::int as later, count(*)::int as n from graphile_worker._private_jobs',
    )
    expect(rows).toEqual([{ later: 1, n: 2 }])
  })

  it('do not exist when the write is taken back', async () => {
    await asSupport(async (client) => {
      await client.query('begin')
      await enqueue(client, 'ticket.tell', {})
      await client.query('rollback')
    })
    expect(await waiting()).toBe(0)
  })

  it('of the same operation and key replace each other while they wait', async () => {
    await asSupport(async (client) => {
      await enqueue(client, 'ticket.tell', { n: 1 }, 'one')
      await enqueue(client, 'ticket.tell', { n: 2 }, 'one')
      await enqueue(client, 'ticket.other', { n: 3 }, 'one')
      await enqueue(client, 'ticket.tell', { n: 4 })
      await enqueue(client, 'ticket.tell', { n: 5 })
    })
    expect(await waiting()).toBe(4)
  })

  it('cannot be seen, changed or added past the function by a purpose', async () => {
    await asSupport(async (client) => {
      for (const statement of [
        'select * from graphile_worker._private_jobs',
        'select * from graphile_worker.jobs',
        `select graphile_worker.add_job('operation')`,
        'delete from graphile_worker._private_jobs',
      ]) {
        await expect(client.query(statement), statement).rejects.toThrow('permission denied')
      }
    })
  })

  it('are no place for long inputs', async () => {
    await asSupport(async (client) => {
      await expect(enqueue(client, 'ticket.tell', { words: 'x'.repeat(70_000) })).rejects.toThrow('holds ids')
    })
  })

  it('that fail are tried again later, and keep neither the words nor the values of the failure', async () => {
    const said: string[] = []
    await run(
      async () => {
        throw Object.assign(new Error('ioana@client-one.test is unknown'), { code: 'unknown' })
      },
      (words) => said.push(words),
    )
    await asSupport((client) => enqueue(client, 'ticket.tell', {}))
    await vi.waitFor(async () => {
      const { rows } = await database.owner.query(
        'select attempts, last_error, run_at > now() as later from graphile_worker._private_jobs where locked_at is null',
      )
      expect(rows).toEqual([{ attempts: 1, last_error: 'Error unknown', later: true }])
    }, 15_000)
    expect(said.join()).toContain('ticket.tell, attempt 1 of 12: Error unknown')
    expect(said.join()).not.toContain('ioana')
  })

  it('are visible when dead, and can be tried again', async () => {
    await asSupport((client) => enqueue(client, 'ticket.tell', {}))
    await database.owner.query(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Error x'`,
    )
    const [dead] = await deadJobs(pool)
    expect(dead).toMatchObject({ operation: 'ticket.tell', attempts: 12, failure: 'Error x' })
    const ran: string[] = []
    await run(async (operation) => {
      ran.push(operation)
    })
    expect(await reviveJob(pool, dead!.id)).toBe(true)
    expect(await reviveJob(pool, '999999')).toBe(false)
    // Where the runner does not listen yet, it looks by itself after ten seconds.
    await vi.waitFor(() => expect(ran).toEqual(['ticket.tell']), 15_000)
    expect(await deadJobs(pool)).toEqual([])
  })

  it('of a worker that was killed are taken up by the next one at once', async () => {
    await asSupport((client) => enqueue(client, 'ticket.tell', {}))
    await database.owner.query(
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed', attempts = 1`,
    )
    const ran: string[] = []
    await run(async (operation) => {
      ran.push(operation)
    })
    await vi.waitFor(() => expect(ran).toEqual(['ticket.tell']), 5000)
  })
})
