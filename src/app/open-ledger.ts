import { urlFor } from '../platform/database/owner-pool.ts'
import { openPool } from '../platform/database/pool.ts'
import type { KeyRing } from '../platform/keys/key-file.ts'
import { roleOf } from '../privacy/compiler/wanted.ts'
import { fileLedger } from '../privacy/ledger/outside-ledger.ts'
import { type Written, writeOutside } from '../privacy/ledger/write-outside.ts'
import { makeHandles } from '../privacy/operation/handles.ts'
import { ledgerPath } from './ledger-path.ts'
import { rolePasswords } from './login-roles.ts'
import { maps } from './maps.ts'

/**
 * Before anything serves: what a killed process committed and did not write outside is written now, and a database that
 * is older than the ledger outside is found. @throws DatabaseOlder, LedgerDamaged
 */
export async function openLedger(ownerUrl: string, databaseRing: KeyRing, dataFolder: string): Promise<Written> {
  const role = roleOf('rights')
  const url = urlFor(ownerUrl, role, rolePasswords(databaseRing)(role))
  const handles = makeHandles(() => openPool(url, { max: 1 }), maps)
  try {
    return await writeOutside(handles.of('rights'), fileLedger(ledgerPath(dataFolder)))
  } finally {
    await handles.close()
  }
}
