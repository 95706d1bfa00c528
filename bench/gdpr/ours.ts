/**
 * The same through Zavor: each request is an operation of its purpose, run by the product's runner on the purpose's role and
 * views, with its entry in the access log chained before it is answered; lifetimes end by the product's retention.
 */
import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { PurposeName } from '../../policy/policy.ts'
import { createDesk, type Desk } from '../../src/app/desk.ts'
import { rolePasswords } from '../../src/app/login-roles.ts'
import { operations } from '../../src/app/operations.ts'
import { toolsFor } from '../../src/app/tools.ts'
import { newId } from '../../src/platform/database/id.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { applyPolicy } from '../../src/privacy/compiler/apply.ts'
import { roleOf } from '../../src/privacy/compiler/wanted.ts'
import type { Caller } from '../../src/privacy/operation/actor.ts'
import { type AnyOperation, readOperation, writeOperation } from '../../src/privacy/operation/operation.ts'
import { endRetentionBatch } from '../../src/privacy/retention/end-batch.ts'
import { type BenchDatabase, benchOrigin } from '../support/database.ts'
import { dataOf, endOf, metadataOf } from './generate.ts'
import { benchMaps, benchPolicy } from './record.data.ts'
import { accountId, columnOf, type Found, metadataColumns, personOf, type Side, soughtOf } from './side.ts'
import { type Asked, type By, type Workload, workloads } from './workload.ts'

const by = z.enum(['key', 'PUR', 'TTL', 'USR', 'OBJ', 'DEC', 'ACL', 'SHR', 'SRC', 'CAT'])
const condition = z.strictObject({ by, value: z.int().min(0) })
const metadataRow = z.object({
  k: z.int(),
  person_id: z.string(),
  pur: z.int(),
  ends: z.int(),
  obj: z.int(),
  dec: z.int(),
  acl: z.int(),
  shr: z.int(),
  src: z.int(),
  cat: z.int(),
})
const dataRow = z.object({ k: z.int(), data: z.string() })
type DataRow = z.output<typeof dataRow>
const changed = z.object({ changed: z.int() })
const staff = { staff: 'any' } as const

type Db = QueryExecutorProvider

const holds = (field: By, value: number) =>
  sql`account_id = ${accountId}::uuid and ${sql.ref(columnOf(field))} = ${soughtOf(field, value)}`
const peopleOf = (rows: readonly { person_id: string }[]) => [...new Set(rows.map((row) => row.person_id))]
/** Whether one record or one person's are meant: then whose they are comes with each row, and of many once with the last. */
const few = (field: By) => field === 'key' || field === 'USR'

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
      const those = sql`from gdpr_record where ${holds(input.by, input.value)}`
      if (few(input.by)) {
        const { rows } = await sql<DataRow & { person_id: string }>`select k, data, person_id ${those}`.execute(
          db as Db,
        )
        concerning({ accountId, personIds: peopleOf(rows) })
        return rows
      }
      const { rows } = await sql<DataRow & { people: string[] | null }>`
        select k, data, null as people ${those}
        union all select null, null, array(select distinct person_id ${those})`.execute(db as Db)
      concerning({ accountId, personIds: rows.pop()?.people ?? [] })
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
    async run({ trx, input, concerning }) {
      const { PUR, TTL, USR, OBJ, DEC, ACL, SHR, SRC, CAT } = metadataOf(input.k)
      await sql`insert into base.gdpr_record
          (account_id, k, expires_at, person_id, pur, obj, dec, acl, shr, src, cat, data)
        values (${accountId}, ${input.k}, ${endOf(TTL)}, ${personOf(USR)}, ${PUR}, ${OBJ}, ${DEC}, ${ACL},
          ${SHR}, ${SRC}, ${CAT}, ${dataOf(input.k)})`.execute(trx as unknown as Db)
      concerning({ accountId, personIds: [personOf(USR)] })
      return { changed: 1 }
    },
  })
  /** Changes rows and says whose they were. */
  const change = <I extends z.ZodType<{ by: By }>>(
    name: string,
    input: I,
    statement: (input: z.output<I>) => RawBuilder<unknown>,
  ) =>
    writeOperation({
      name: `gdpr.${who}.${name}`,
      purpose,
      who: staff,
      input,
      output: changed,
      async run({ trx, input: asked, concerning }) {
        const those = sql<{ person_id: string }>`${statement(asked)} returning person_id`
        if (few(asked.by)) {
          const { rows } = await those.execute(trx as unknown as Db)
          concerning({ accountId, personIds: peopleOf(rows) })
          return { changed: rows.length }
        }
        const { rows } = await sql<{ changed: number; people: string[] }>`with those as (${those})
          select (select count(*)::integer from those) as changed, array(select distinct person_id from those) as people`.execute(
          trx as unknown as Db,
        )
        concerning({ accountId, personIds: rows[0]?.people ?? [] })
        return { changed: rows[0]?.changed ?? 0 }
      },
    })
  const updateData = change(
    'update_data',
    z.strictObject({ by: z.literal('key'), k: z.int(), from: z.int() }),
    ({ k, from }) => sql`update base.gdpr_record set data = ${dataOf(from)} where ${holds('key', k)}`,
  )
  const updateMetadata = change(
    'update_metadata',
    z.strictObject({ by, value: z.int(), set: by, to: z.int() }),
    ({ by: field, value, set, to }) => sql`update base.gdpr_record set ${sql.ref(columnOf(set))} = ${soughtOf(set, to)}
      where ${holds(field, value)}`,
  )
  const remove = change(
    'delete',
    condition,
    ({ by: field, value }) => sql`delete from base.gdpr_record where ${holds(field, value)}`,
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
  // A person's request is given up after half a minute. Here sixteen may wait for one another, each with a tenth of a million rows.
  for (const who of workloads) await database.owner.query(`alter role ${roleOf(who)} set statement_timeout = 0`)
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
      return (await desk.call(caller, own.updateData, { by: 'key', k: asked.k, from: asked.from })).changed
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
