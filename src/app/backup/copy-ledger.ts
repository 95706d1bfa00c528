import { readFile } from 'node:fs/promises'
import type { ArchivePlace } from '../../platform/archive/place.ts'
import { ledgerPath } from '../ledger-path.ts'
import type { StoreGate } from './store-gate.ts'

/** What lies beside the backups is not the beginning of the ledger here: perhaps it is the only newest copy. */
export class LedgerCopyOther extends Error {
  readonly code = 'ledger_copy_other'
  constructor(place: string, here: string) {
    super(
      `The erasures.log in ${place} is newer than ${here}, or of another desk, and is not overwritten. If this desk was set up anew, restore from there; if that copy is of no more use, move it away.`,
    )
    this.name = 'LedgerCopyOther'
  }
}

/**
 * A copy of the ledger outside, beside the backups: when the disk is lost it says what must be erased and limited again.
 * Ids, kinds and times alone. To a place elsewhere it goes through the gate. Answers its size in bytes; 0 when there is none yet.
 * @throws LedgerCopyOther, and leaves what lies there
 */
export async function copyLedger(
  dataFolder: string,
  place: ArchivePlace,
  gate: Pick<StoreGate, 'hold'> | null = null,
): Promise<number> {
  const bytes = await readLedger(dataFolder)
  if (!bytes) return 0
  await refuseOther(bytes, dataFolder, place)
  const held = await gate?.hold()
  try {
    await place.putBeside('erasures.log', bytes)
  } finally {
    await held?.release()
  }
  return bytes.length
}

/** Before a backup is made whose copy of the ledger would be refused. @throws LedgerCopyOther */
export async function refuseOtherLedger(dataFolder: string, place: ArchivePlace): Promise<void> {
  const bytes = await readLedger(dataFolder)
  if (bytes) await refuseOther(bytes, dataFolder, place)
}

async function readLedger(dataFolder: string): Promise<Buffer | null> {
  return await readFile(ledgerPath(dataFolder)).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function refuseOther(bytes: Buffer, dataFolder: string, place: ArchivePlace): Promise<void> {
  const there = await place.getBeside('erasures.log')
  // A line that was being written while it was copied is none.
  const whole = there?.subarray(0, there.lastIndexOf(10) + 1)
  if (whole && !bytes.subarray(0, whole.length).equals(whole))
    throw new LedgerCopyOther(place.words, ledgerPath(dataFolder))
}
