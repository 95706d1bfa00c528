/**
 * The same through Zavor: each request is an operation of its purpose, run by the product's runner on the purpose's role and
 * views, with its entry in the access log chained before it is answered; lifetimes end by the product's retention.
 */
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import { z } from 'zod'
import type { PurposeName } from '../../policy/policy.ts'
import { createDesk, type Desk } from '../../src/app/desk.ts'
import { rolePasswords } from '../../src/app/login-roles.ts'
import { operations } from '../../src/app/operations.ts'
import { toolsFor } from '../../src/app/tools.ts'
import { newId } from '../../src/platform/database/id.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { applyPolicy } from '../../src/privacy/compiler/apply.ts'
import type { Caller } from '../../src/privacy/operation/actor.ts'
import { type AnyOperation, readOperation, writeOperation } from '../../src/privacy/operation/operation.ts'
import { endRetentionBatch } from '../../src/privacy/retention/end-batch.ts'
import { type BenchDatabase, benchOrigin } from '../support/database.ts'
import { dataOf, lifetimes, metadataOf } from './generate.ts'
import { benchMaps, benchPolicy } from './record.data.ts'
import { accountId, columnOf, type Found, metadataColumns, personOf, type Row, type Side, soughtOf } from './side.ts'
import { type Asked, type By, type Workload, workloads } from './workload.ts'

const by = z.enum(['key', 'PUR', 'TTL', 'USR', 'OBJ', 'DEC', 'ACL', 'SHR', 'SRC', 'CAT'])
const condition = z.strictObject({ by, value: z.int().min(0) })
const metadataRow = z.object({
  k: z.int(),
  person_id: z.string(),
  pur: z.int(),
  ttl: z.int(),
  obj: z.int(),
  dec: z.int(),
  acl: z.int(),
  shr: z.int(),
  src: z.int(),
  cat: z.int(),
})
const dataRow = z.object({ k: z.int(), data: z.string() })
const changed = z.object({ changed: z.int() })
const staff = { staff: 'any' } as const

type Db = QueryExecutorProvider

const holds = (field: By, value: number) =>
  sql`account_id = ${accountId}::uuid and ${sql.ref(columnOf(field))} = ${soughtOf(field, value)}`
const peopleOf = (rows: readonly { person_id: string }[]) => [...new Set(rows.map((row) => row.person_id))]

/** The operations of one caller, each named after it: what a purpose may not do, its role cannot. */
function operationsOf(who: Workload) {
  const purpose = who as unknown as PurposeName
  const readData = readOperation({
    name: `gdpr.${who}.read_data`,
    purpose,
    who: staff,
    input: condition,
    output: z.array(dataRow),
    async run({ db, input, concerning }) {
      const { rows } = await sql<Required<Pick<Row, 'k' | 'data' | 'person_id'>>>`select k, data, person_id
        from gdpr_record where ${holds(input.by, input.value)}`.execute(db as Db)
      concerning({ accountId, personIds: peopleOf(rows) })
      return rows
    },
  })
  const readMetadata = readOperation({
    name: `gdpr.${who}.read_metadata`,
    purpose,
    who: staff,
    input: condition,
    output: z.array(metadataRow),
    async run({ db, input, concerning }) {
      const { rows } = await sql<z.output<typeof metadataRow>>`select ${sql.raw(metadataColumns)}
        from gdpr_record where ${holds(input.by, input.value)}`.execute(db as Db)
      concerning({ accountId, personIds: peopleOf(rows) })
      return rows
    },
  })
  const create = writeOperation({
    name: `gdpr.${who}.create`,
    purpose,
    who: staff,
    input: z.strictObject({ k: z.int().min(0) }),
    output: changed,
    async run({ trx, input, now, concerning }) {
      const { PUR, TTL, USR, OBJ, DEC, ACL, SHR, SRC, CAT } = metadataOf(input.k)
      const ends = new Date(now.getTime() + (lifetimes[TTL] ?? 0) * 1000 + 3_600_000)
      await sql`insert into base.gdpr_record
          (account_id, k, expires_at, person_id, pur, ttl, obj, dec, acl, shr, src, cat, data)
        values (${accountId}, ${input.k}, ${ends}, ${personOf(USR)}, ${PUR}, ${TTL}, ${OBJ}, ${DEC}, ${ACL},
          ${SHR}, ${SRC}, ${CAT}, ${dataOf(input.k)})`.execute(trx as unknown as Db)
      concerning({ accountId, personIds: [personOf(USR)] })
      return { changed: 1 }
    },
  })
  /** Changes rows and says whose they were. */
  const change = <I extends z.ZodType>(
    name: string,
    input: I,
    statement: (input: z.output<I>) => ReturnType<typeof sql<{ person_id: string }>>,
  ) =>
    writeOperation({
      name: `gdpr.${who}.${name}`,
      purpose,
      who: staff,
      input,
      output: changed,
      async run({ trx, input: asked, concerning }) {
        const { rows } = await statement(asked).execute(trx as unknown as Kysely<unknown>)
        concerning({ accountId, personIds: peopleOf(rows) })
        return { changed: rows.length }
      },
    })
  const updateData = change(
    'update_data',
    z.strictObject({ k: z.int(), from: z.int() }),
    ({ k, from }) =>
      sql`update base.gdpr_record set data = ${dataOf(from)} where ${holds('key', k)} returning person_id`,
  )
  const updateMetadata = change(
    'update_metadata',
    z.strictObject({ by, value: z.int(), set: by, to: z.int() }),
    ({ by: field, value, set, to }) => sql`update base.gdpr_record set ${sql.ref(columnOf(set))} = ${soughtOf(set, to)}
      where ${holds(field, value)} returning person_id`,
  )
  const remove = change(
    'delete',
    condition,
    ({ by: field, value }) => sql`delete from base.gdpr_record where ${holds(field, value)} returning person_id`,
  )
  const logs = readOperation({
    name: `gdpr.${who}.logs`,
    purpose,
    who: staff,
    input: z.strictObject({ lines: z.int().min(1).max(1_000) }),
    output: z.int(),
    concerns: () => ({}),
    async run({ db, input }) {
      const { rows } = await sql`select seq, id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome,
        cardinality(subjects) as people, hash from audit_entry order by seq desc limit ${input.lines}`.execute(db as Db)
      return rows.length
    },
  })
  const verifyDeletion = readOperation({
    name: `gdpr.${who}.verify_deletion`,
    purpose,
    who: staff,
    input: z.strictObject({ k: z.int().min(0) }),
    output: z.boolean(),
    concerns: () => ({ accountId }),
    async run({ db, input }) {
      const { rows } = await sql<{ gone: boolean }>`select not exists (
        select from gdpr_record where ${holds('key', input.k)}) as gone`.execute(db as Db)
      return rows[0]?.gone ?? false
    },
  })
  return { readData, readMetadata, create, updateData, updateMetadata, remove, logs, verifyDeletion }
}

const all = Object.fromEntries(workloads.map((who) => [who, operationsOf(who)])) as Record<
  Workload,
  ReturnType<typeof operationsOf>
>

export interface OurSide extends Side {
  readonly desk: Desk
  close(): Promise<void>
}

/** Compiles the purposes and the record into the database. The record's table must be there. */
export async function ourSide(database: BenchDatabase, clients: number): Promise<OurSide> {
  await applyPolicy(database.owner, { policy: benchPolicy, maps: benchMaps }, rolePasswords(database.keys.database))
  const own = Object.values(all).flatMap((each) => Object.values(each) as AnyOperation[])
  const desk = createDesk({
    openPool: (purpose) => openPool(database.urlOf(purpose), { max: clients }),
    operations: [...operations, ...own],
    maps: benchMaps,
    tools: await toolsFor({ dataFolder: database.folder, deskRing: database.keys.desk, origin: benchOrigin }),
  })
  const caller: Caller = {
    actor: {
      kind: 'staff',
      loginId: newId(),
      staffId: newId(),
      roles: ['technician'],
      freshAt: null,
      secondFactor: true,
    },
    via: 'api',
  }
  return {
    desk,
    run: (who, asked) => run(desk, caller, who, asked),
    expire: () => expire(desk),
    close: () => desk.close(),
  }
}

async function run(desk: Desk, caller: Caller, who: Workload, asked: Asked): Promise<Found> {
  const own = all[who]
  switch (asked.do) {
    case 'create':
      return (await desk.call(caller, own.create, { k: asked.k })).changed
    case 'readData':
      return await desk.call(caller, own.readData, { by: asked.by, value: asked.value })
    case 'readMetadata':
      return await desk.call(caller, own.readMetadata, { by: asked.by, value: asked.value })
    case 'updateData':
      return (await desk.call(caller, own.updateData, { k: asked.k, from: asked.from })).changed
    case 'updateMetadata': {
      const { by: field, value, set, to } = asked
      return (await desk.call(caller, own.updateMetadata, { by: field, value, set, to })).changed
    }
    case 'delete':
      return (await desk.call(caller, own.remove, { by: asked.by, value: asked.value })).changed
    case 'logs':
      return await desk.call(caller, own.logs, { lines: asked.lines })
    case 'verifyDeletion':
      return await desk.call(caller, own.verifyDeletion, { k: asked.k })
  }
}

const worker: Caller = { actor: { kind: 'system', job: endRetentionBatch.name }, via: 'job' }

async function expire(desk: Desk): Promise<void> {
  const runId = newId()
  for (let batch = 0; ; batch++) {
    if ((await desk.call(worker, endRetentionBatch, { runId, table: 'gdpr_record', batch })).over) return
  }
}
