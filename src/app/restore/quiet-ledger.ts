import type { LedgerTool } from '../../privacy/ledger/ledger-tool.ts'
import type { OutsideLedger } from '../../privacy/ledger/outside-ledger.ts'

/** While lines of the ledger are done again nothing is added to it: that follows once all of them are known. */
export function quietLedger(ledger: OutsideLedger): LedgerTool {
  return { place: ledger.place, read: (after) => ledger.read(after), settle: async () => ({ written: 0, again: 0 }) }
}
