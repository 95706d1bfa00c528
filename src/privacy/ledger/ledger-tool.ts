import type { Kysely } from 'kysely'
import type { For } from '../map/types.ts'
import type { OutsideLedger } from './outside-ledger.ts'
import { isWaiting, type Written, writeOutside } from './write-outside.ts'

/** The ledger outside the database, as operations and the runner use it. */
export interface LedgerTool extends Pick<OutsideLedger, 'place' | 'read'> {
  /** Resolves when everything committed before the call stands outside. Calls that come meanwhile share the next writing. */
  settle(): Promise<Written>
}

/** @param db connections of the purpose `rights`, asked for at the first writing */
export function ledgerTool(db: () => Kysely<For<'rights'>>, ledger: OutsideLedger): LedgerTool {
  let running: Promise<Written> | null = null
  let next: Promise<Written> | null = null

  async function write(): Promise<Written> {
    if (!(await isWaiting(db()))) return { written: 0, again: 0 }
    return await writeOutside(db(), ledger)
  }

  function start(): Promise<Written> {
    running = write().finally(() => {
      running = null
    })
    return running
  }

  return {
    place: ledger.place,
    read: (after) => ledger.read(after),
    settle() {
      if (!running) return start()
      // What runs now may have looked before the caller committed.
      next ??= running
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          next = null
          return start()
        })
      return next
    },
  }
}

declare module '../operation/tools.ts' {
  interface Tools {
    readonly ledger: LedgerTool
  }
}
