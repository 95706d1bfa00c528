import { rename, rm, writeFile } from 'node:fs/promises'
import { fileLedger, LedgerDamaged } from '../../privacy/ledger/outside-ledger.ts'
import { ledgerPath } from '../ledger-path.ts'
import { RestoreRefused } from './restore-refused.ts'

/**
 * Takes the copy of the ledger outside that lies beside the backups, where it goes on from the one here. Answers how many
 * lines were added. @throws RestoreRefused when neither is the beginning of the other
 */
export async function takeNewestLedger(dataFolder: string, copy: Buffer): Promise<number> {
  const path = ledgerPath(dataFolder)
  const aside = `${path}.copied`
  await writeFile(aside, copy, { mode: 0o600, flush: true })
  try {
    const [here, there] = [fileLedger(path), fileLedger(aside)]
    const ours = await here.end()
    const theirs = await there.end().catch((error) => {
      if (!(error instanceof LedgerDamaged)) throw error
      throw new RestoreRefused(
        'ledger',
        `The copy of erasures.log beside the backups was changed at line ${error.line}. Put an unchanged one there; if ${path} is the newest that you have, move the copy away.`,
      )
    })
    const [shorter, longer] = ours.seq <= theirs.seq ? [ours, there] : [theirs, here]
    const same = shorter.seq === 0 || (await longer.read())[shorter.seq - 1]?.hash === shorter.hash
    if (!same) {
      throw new RestoreRefused(
        'ledger',
        `${path} and its copy beside the backups are two different ledgers: move the one that is not of this desk away.`,
      )
    }
    if (theirs.seq <= ours.seq) return 0
    await rename(aside, path)
    return theirs.seq - ours.seq
  } finally {
    await rm(aside, { force: true })
  }
}
