import { readFile } from 'node:fs/promises'
import type { ArchivePlace } from '../../platform/archive/place.ts'
import { ledgerPath } from '../ledger-path.ts'
import type { StoreGate } from './store-gate.ts'

/**
 * A copy of the ledger outside, beside the backups: when the disk is lost it says what must be erased and limited again.
 * Ids, kinds and times alone. To a place elsewhere it goes through the gate. Answers its size in bytes; 0 when there is none yet.
 */
export async function copyLedger(
  dataFolder: string,
  place: ArchivePlace,
  gate: Pick<StoreGate, 'hold'> | null = null,
): Promise<number> {
  const bytes = await readFile(ledgerPath(dataFolder)).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!bytes) return 0
  const held = await gate?.hold()
  try {
    await place.putBeside('erasures.log', bytes)
  } finally {
    await held?.release()
  }
  return bytes.length
}
