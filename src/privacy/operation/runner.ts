/** Runs operations: authorise, parse, run on the purpose's database, log, and only then answer. */
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { ZodError } from 'zod'
import type { PurposeName } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { writtenOnce } from '../../platform/database/written-once.ts'
import type { AuditEntry } from '../audit/entry.ts'
import type { AuditWriter } from '../audit/group-commit.ts'
import type { For } from '../map/types.ts'
import { acceptInput, allFaults, parse } from './accept-input.ts'
import { actorId, type Caller } from './actor.ts'
import { compiled } from './compiled.ts'
import { Conflict, DeskError, NothingHappened } from './errors.ts'
import { type Handles, WITH_THE_COMMIT } from './handles.ts'
import { noteSaid } from './note-said.ts'
import type { AnyOperation, Concern, Enqueue, InputOf, OutputOf } from './operation.ts'
import { actingAs, authorise } from './permission.ts'
import type { Tools } from './tools.ts'

export interface RunnerParts {
  readonly handles: Handles
  readonly audit: AuditWriter
  readonly tools: Tools
  readonly now?: () => Date
  readonly outside?: Outside
}

/** What has to stand outside of the database as well before a write is answered. */
export interface Outside {
  /** Whether a write of this purpose can be one of those. */
  concerns(purpose: PurposeName): boolean
  /** Waited for after the commit. Must not throw. */
  settle(): Promise<void>
}

export interface Runner {
  /** @throws DeskError: Unauthenticated, Refused, Invalid, NotFound, Conflict and what the operation names */
  call<Op extends AnyOperation>(caller: Caller, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>>
}

// biome-ignore lint/suspicious/noExplicitAny: the body's own types are checked where the operation is defined
type Body = (running: any) => Promise<unknown>
type Outcome = AuditEntry['outcome']

const mostAttempts = 4

export function makeRunner(parts: RunnerParts): Runner {
  const clock = parts.now ?? (() => new Date())

  async function call<Op extends AnyOperation>(came: Caller, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
    const now = clock()
    const actor = actingAs(operation.who, came.actor)
    const caller = actor === came.actor ? came : { ...came, actor }
    try {
      authorise(operation.who, caller.actor, now)
    } catch (refusal) {
      if (caller.actor.kind !== 'visitor') await log(caller, operation, now, 'refused', {})
      throw refusal
    }
    const parsed = await accepted(caller, operation, input, now)
    const answer =
      operation.kind === 'read'
        ? await (operation.concerns ? readAlongside : read)(caller, operation, parsed, now)
        : await write(caller, operation, parsed, now)
    return compiled(operation.output).parse(answer) as OutputOf<Op>
  }

  async function accepted(caller: Caller, operation: AnyOperation, input: unknown, now: Date): Promise<unknown> {
    try {
      return acceptInput(caller, operation, input)
    } catch (refusal) {
      const db = parts.handles.of(operation.purpose) as unknown as Kysely<For<PurposeName>>
      throw await allFaults(refusal, operation, { db, input, now, tools: parts.tools })
    }
  }

  function log(caller: Caller, operation: AnyOperation, at: Date, outcome: Outcome, concern: Concern): Promise<void> {
    return parts.audit.append(entryOf(caller, operation, at, outcome, concern), false)
  }

  async function read(caller: Caller, operation: AnyOperation, input: unknown, now: Date): Promise<unknown> {
    let concern: Concern = {}
    const running = {
      ...common(caller, input, now, (next) => {
        concern = joined(concern, next)
      }),
      db: parts.handles.of(operation.purpose),
    }
    try {
      const answer = await (operation.run as Body)(running)
      if (!operation.counts) await log(caller, operation, now, 'done', concern)
      return answer
    } catch (error) {
      await log(caller, operation, now, outcomeOf(error), concern)
      throw error
    }
  }

  /** Whom it concerns is known before: the entry and the read go side by side, and the answer waits for both. */
  async function readAlongside(caller: Caller, operation: AnyOperation, input: unknown, now: Date): Promise<unknown> {
    const running = {
      ...common(caller, input, now, () => {
        throw new Error(`${operation.name} said beforehand whom it concerns`)
      }),
      db: parts.handles.of(operation.purpose),
    }
    const concern = (operation.concerns as (asked: unknown) => Concern)({ actor: caller.actor, input })
    const [logged, ran] = await Promise.allSettled([
      log(caller, operation, now, 'done', concern),
      (operation.run as Body)(running),
    ])
    if (ran.status === 'rejected') {
      await log(caller, operation, now, outcomeOf(ran.reason), concern)
      throw ran.reason
    }
    if (logged.status === 'rejected') throw logged.reason
    return ran.value
  }

  async function write(caller: Caller, operation: AnyOperation, input: unknown, now: Date): Promise<unknown> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await writeOnce(caller, operation, input, now)
      } catch (error) {
        if (error instanceof NothingHappened) return error.answer
        if (attempt < mostAttempts && isTransient(error)) continue
        await log(caller, operation, now, outcomeOf(error), {})
        throw asDeskError(error)
      }
    }
  }

  async function writeOnce(caller: Caller, operation: AnyOperation, input: unknown, now: Date): Promise<unknown> {
    let concern: Concern = {}
    const after: (() => void | Promise<void>)[] = []
    const jobs: Job[] = []
    const handle = parts.handles.of(operation.purpose) as unknown as Kysely<For<PurposeName>>
    const outside = parts.outside?.concerns(operation.purpose) ? parts.outside : undefined
    const { answer, entry } = await handle.transaction().execute(async (trx) => {
      const running = {
        ...common(caller, input, now, (next) => {
          concern = joined(concern, next)
        }),
        trx,
        enqueue: enqueueIn(jobs),
        afterCommit: (act: () => void | Promise<void>) => after.push(act),
      }
      const answer = await (operation.run as Body)(running)
      await noteSaid(trx, caller, operation, concern, parts.tools.maps)
      const entry = entryOf(caller, operation, now, 'done', concern)
      await insertInbox(trx, entry, jobs, outside !== undefined)
      return { answer, entry }
    })
    // Side by side, and both to their end: what is committed has to stand outside whatever becomes of the other.
    const [logged] = await Promise.allSettled([parts.audit.append(entry, true), outside?.settle()])
    if (logged.status === 'rejected') throw logged.reason
    for (const act of after) await act()
    return answer
  }

  function common(caller: Caller, input: unknown, now: Date, concerning: (concern: Concern) => void) {
    return { actor: caller.actor, caller, input, now, tools: parts.tools, concerning }
  }

  return { call }
}

/**
 * The write's own commit does not wait for the disk, unless it `waits`: the chaining of this entry, which the answer waits
 * for, comes later in PostgreSQL's log and takes along all that is before it. So does the entry of whoever saw the write
 * meanwhile, and the commit with which a worker takes a job. What stands outside too must never know more than the database.
 */
async function insertInbox(
  trx: Kysely<For<PurposeName>>,
  entry: AuditEntry,
  jobs: readonly Job[],
  waits: boolean,
): Promise<void> {
  await inboxRow(trx, { ...entry, waits, ...(jobs.length > 0 ? columnsOf(jobs) : {}) })
}

type InboxRow = AuditEntry & { waits: boolean } & Partial<ReturnType<typeof columnsOf>>

const columnsOf = (jobs: readonly Job[]) => ({
  names: jobs.map(({ name }) => name),
  inputs: jobs.map(({ input }) => input),
  runAts: jobs.map(({ runAt }) => runAt),
  keys: jobs.map(({ key }) => key),
})

const inboxRow = writtenOnce(
  (_: Kysely<For<PurposeName>>, entry: InboxRow) => sql`insert into base.audit_inbox
      (id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome, subjects)
    select ${entry.id}::uuid, ${entry.at}::timestamptz, ${entry.actor_kind}, ${entry.actor_id}::uuid,
      ${entry.account_id}::uuid, ${entry.purpose}, ${entry.operation}, ${entry.via}, ${entry.outcome},
      ${entry.subjects}::uuid[]
    from set_config('synchronous_commit',
      case when ${entry.waits}::boolean then current_setting('synchronous_commit') else 'off' end, true)
    ${entry.names === undefined ? sql`` : queued(entry)} ${sql.raw(WITH_THE_COMMIT)}`,
)

/** The jobs, in the order in which they were asked for. */
const queued = ({ names, inputs, runAts, keys }: InboxRow) => sql`cross join (
    select count(base.enqueue(j.name, j.input::jsonb, j.run_at, j.key))
    from unnest(${names}::text[], ${inputs}::text[], ${runAts}::timestamptz[], ${keys}::text[]) as j(name, input, run_at, key)
  ) as jobs`

interface Job {
  readonly name: string
  readonly input: string
  readonly runAt: Date | null
  readonly key: string | null
}

/**
 * A job is an operation and its input, committed with the write that needs it: all of a write's jobs go with its entry, once
 * its body has run. Inputs hold ids, never secrets.
 */
function enqueueIn(jobs: Job[]): Enqueue {
  return async (operation, input, options) => {
    if (!operation.who.system) throw new Error(`${operation.name} cannot be a job: it does not allow the system`)
    const checked = JSON.stringify(parse(operation.input, input))
    jobs.push({ name: operation.name, input: checked, runAt: options?.runAt ?? null, key: options?.key ?? null })
  }
}

function entryOf(caller: Caller, operation: AnyOperation, at: Date, outcome: Outcome, concern: Concern): AuditEntry {
  const { actor } = caller
  const account = concern.accountId ?? (actor.kind === 'member' ? actor.accountId : null)
  return {
    id: newId(),
    at,
    actor_kind: actor.kind,
    actor_id: actorId(actor),
    account_id: account,
    purpose: operation.purpose,
    operation: operation.name,
    via: caller.via,
    outcome,
    subjects: [...new Set(concern.personIds ?? [])],
  }
}

function joined(before: Concern, next: Concern): Concern {
  const staffId = next.staffId ?? before.staffId
  return {
    accountId: next.accountId ?? before.accountId ?? null,
    personIds: [...(before.personIds ?? []), ...(next.personIds ?? [])],
    ...(staffId ? { staffId } : {}),
  }
}

function outcomeOf(error: unknown): Outcome {
  return error instanceof DeskError && error.status !== 503 ? 'refused' : 'failed'
}

interface PgError {
  readonly code?: string
  readonly constraint?: string
}

/** Serialisation failure and deadlock: the same transaction may well succeed when run again. */
function isTransient(error: unknown): boolean {
  const code = (error as PgError).code
  return code === '40001' || code === '40P01'
}

/** A row that another transaction made first is a conflict, not a fault of ours; so is one that others never let go of. */
function asDeskError(error: unknown): unknown {
  if (error instanceof ZodError)
    return new Error('an operation answered in a shape that it does not declare', { cause: error })
  if (isTransient(error)) return new Conflict('busy')
  const { code } = error as PgError
  if (code === '23505') return new Conflict('already_exists')
  // Raised by the marker's trigger: a write about somebody whose data was erased at the same moment.
  if (code === 'ZV410') return new Conflict('erased')
  return error
}
