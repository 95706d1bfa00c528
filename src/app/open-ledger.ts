import type { KeyRing } from '../platform/keys/key-file.ts'
import { fileLedger } from '../privacy/ledger/outside-ledger.ts'
import { type Written, writeOutside } from '../privacy/ledger/write-outside.ts'
import { ledgerPath } from './ledger-path.ts'
import { withPurpose } from './with-purpose.ts'

/**
 * Before anything serves: what a killed process committed and did not write outside is written now, and a database that
 * is older than the ledger outside is found. @throws DatabaseOlder, LedgerDamaged
 */
export async function openLedger(ownerUrl: string, databaseRing: KeyRing, dataFolder: string): Promise<Written> {
  return await withPurpose('rights', ownerUrl, databaseRing, (rights) =>
    writeOutside(rights, fileLedger(ledgerPath(dataFolder))),
  )
}
