import { join } from 'node:path'

/** Where the ledger outside the database lies: beside it, and in no backup of it. */
export function ledgerPath(dataFolder: string): string {
  return join(dataFolder, 'erasures.log')
}
