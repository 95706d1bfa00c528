/** The desk: everything that pages, API, jobs, mailbox and command line call. Made once a process, from its parts. */
import type pg from 'pg'
import type { PurposeName } from '../../policy/policy.ts'
import { type AuditWriter, makeAuditWriter } from '../privacy/audit/group-commit.ts'
import '../privacy/ledger/ledger-tool.ts'
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import type { Caller } from '../privacy/operation/actor.ts'
import { type Handles, makeHandles } from '../privacy/operation/handles.ts'
import type { AnyOperation, InputOf, OutputOf } from '../privacy/operation/operation.ts'
import { type OperationRegistry, operationRegistry } from '../privacy/operation/registry.ts'
import { makeRunner, type Outside } from '../privacy/operation/runner.ts'
import type { Tools } from '../privacy/operation/tools.ts'

export interface DeskParts {
  readonly openPool: (purpose: PurposeName) => pg.Pool
  readonly operations: readonly AnyOperation[]
  readonly maps: readonly AnyDataMap[]
  /** Made from the handles, as keys and letters read the database themselves. */
  readonly tools: (handles: Handles) => Tools
  readonly now?: () => Date
}

export interface Desk {
  readonly registry: OperationRegistry
  readonly handles: Handles
  readonly audit: AuditWriter
  readonly tools: Tools
  call<Op extends AnyOperation>(caller: Caller, operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>>
  callByName(caller: Caller, name: string, input: unknown): Promise<unknown>
  /** Runs a job: the operation named, as the system. */
  runJob(name: string, input: unknown): Promise<void>
  close(): Promise<void>
}

/** Purposes that may erase and limit, and those that end access or take away what is shown: what they do stands in the ledger outside too. */
const limiting: ReadonlySet<PurposeName> = new Set<PurposeName>([
  'rights',
  'self',
  'access',
  'identity',
  'legal',
  'case_studies',
  'enrichment',
])

export function createDesk(parts: DeskParts): Desk {
  const registry = operationRegistry(parts.operations)
  const handles = makeHandles(parts.openPool, parts.maps)
  const auditPool = parts.openPool('security')
  const audit = makeAuditWriter(auditPool)
  const tools = parts.tools(handles)
  const outside: Outside = {
    concerns: (purpose) => limiting.has(purpose),
    // Whoever is told that their data is erased or limited, or that access has ended, is told so once it stands outside
    // the database too. It is committed in any case: the worker writes what could not be written now, and P30 shows what
    // waits.
    async settle() {
      await tools.ledger.settle().catch(() => {})
    },
  }
  const runner = makeRunner({ handles, audit, tools, outside, ...(parts.now ? { now: parts.now } : {}) })
  return {
    registry,
    handles,
    audit,
    tools,
    call: runner.call,
    callByName: (caller, name, input) => runner.call(caller, registry.named(name), input as never),
    async runJob(name, input) {
      const caller: Caller = { actor: { kind: 'system', job: name }, via: 'job' }
      await runner.call(caller, registry.named(name), input as never)
    },
    async close() {
      await audit.close()
      await handles.close()
      await auditPool.end()
    },
  }
}
