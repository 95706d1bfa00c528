import { urlFor } from '../platform/database/owner-pool.ts'
import { openPool } from '../platform/database/pool.ts'
import type { KeyRing } from '../platform/keys/key-file.ts'
import { roleOf } from '../privacy/compiler/wanted.ts'
import type { LedgerTool } from '../privacy/ledger/ledger-tool.ts'
import { createDesk, type Desk } from './desk.ts'
import { rolePasswords } from './login-roles.ts'
import { maps } from './maps.ts'
import { operations } from './operations.ts'
import type { Settings } from './settings.ts'
import { toolsFor } from './tools.ts'

export interface PassingParts {
  readonly ownerUrl: string
  readonly databaseRing: KeyRing
  readonly deskRing: KeyRing
  readonly settings: Pick<Settings, 'origin' | 'dataFolder'>
  /** Instead of the ledger outside beside the data. */
  readonly ledger?: LedgerTool
}

/** A desk for one piece of work outside the processes. It cannot open what is handed over: it knows no broker. */
export async function passingDesk({ ownerUrl, databaseRing, deskRing, settings, ledger }: PassingParts): Promise<Desk> {
  const passwordOf = rolePasswords(databaseRing)
  const { dataFolder, origin } = settings
  return createDesk({
    openPool: (purpose) => openPool(urlFor(ownerUrl, roleOf(purpose), passwordOf(roleOf(purpose))), { max: 4 }),
    operations,
    maps,
    tools: await toolsFor({ dataFolder, origin, deskRing, ...(ledger ? { ledger } : {}) }),
  })
}
