/** One check of a promise, run against the database of a test. */
import { INSPECTOR_ROLE } from '../../src/app/inspector.ts'
import { ledgerPath } from '../../src/app/ledger-path.ts'
import { promiseChecks, promiseGround } from '../../src/app/promises.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { roleOf } from '../../src/privacy/compiler/wanted.ts'
import { fileLedger } from '../../src/privacy/ledger/outside-ledger.ts'
import type { Finding, Ground, SeenPage } from '../../src/privacy/promises/check.ts'
import { type TestDesk, testDesk } from './desk.ts'
import { givenProvider } from './given.ts'

export interface Looking {
  /** Runs the registered check; `changed` stands in for parts of the ground. */
  look(promise: string, need: string, changed?: Partial<Ground>): Promise<Finding>
  readonly ground: Ground
  close(): Promise<void>
}

export async function looking(desk: Pick<TestDesk, 'database' | 'dataFolder'>): Promise<Looking> {
  const inspector = openPool(desk.database.urlOf(INSPECTOR_ROLE), { max: 2 })
  const security = openPool(desk.database.urlOf(roleOf('security')), { max: 2 })
  const ground = await promiseGround(
    { openInspector: () => inspector, openSecurity: () => security, pagesAt: 'http://127.0.0.1:1' },
    fileLedger(ledgerPath(desk.dataFolder)),
  )()
  return {
    ground,
    async look(promise, need, changed = {}) {
      const check = promiseChecks.find((one) => one.promise === promise && one.need === need)
      if (!check) throw new Error(`no check answers ${promise} ${need}`)
      return check.run({ ...ground, ...changed })
    },
    async close() {
      await inspector.end()
      await security.end()
    },
  }
}

export interface LookedDesk {
  readonly desk: TestDesk
  readonly checks: Looking
  close(): Promise<void>
}

/** The desk of a provider with the checks over it, for all tests of a file: return its `close` from `beforeAll`. */
export async function lookedDesk(): Promise<LookedDesk> {
  const desk = await testDesk({ keep: true })
  const checks = await looking(desk)
  await givenProvider(desk)
  return {
    desk,
    checks,
    async close() {
      await checks.close()
      await desk.close()
    },
  }
}

/** The operations, one of them with other callers, or none of them. */
export function operationsBut(ground: Ground, name: string, change: object | null): Ground['operations'] {
  return ground.operations.flatMap((one) => {
    if (one.name !== name) return [one]
    return change === null ? [] : [{ ...one, ...change }]
  })
}

/** A page as it might have been served. */
export function pageOf(body: string, more: Partial<Omit<SeenPage, 'body'>> = {}): SeenPage {
  return { status: 200, headers: new Headers(), cookies: [], body, ...more }
}
