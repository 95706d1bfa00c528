/** The gate before a place elsewhere: asked before the first byte, on the way, and held while the last ones arrive. */
import { closedWords, openBackupStore } from '../../backups/backup-gate.ts'
import type { ArchivePlace } from '../../platform/archive/place.ts'
import type { Handles } from '../../privacy/operation/handles.ts'
import type { WhyClosed } from '../../registers/recipients.facade.ts'

/** How long a block may go unnoticed while a backup is on its way. */
const askedEvery = 10_000

export class BackupStoreClosed extends Error {
  readonly code = 'backup_store_closed'
  readonly why: WhyClosed
  constructor(place: string, why: WhyClosed, origin: string) {
    super(
      `Nothing was left in ${place}: it lies elsewhere, and ${closedWords[why]}. Enter and enable it at ${origin}/staff/registers/recipients, or back up to a folder of this machine.`,
    )
    this.name = 'BackupStoreClosed'
    this.why = why
  }
}

export interface StoreGate {
  /** The company that may have it now. @throws BackupStoreClosed */
  ask(): Promise<string>
  /** The same, and nobody can close the gate until the answer is called. @throws BackupStoreClosed */
  hold(): Promise<{ readonly carrier: string; release(): Promise<void> }>
}

/** Null for a place on this machine: nothing leaves. */
export function storeGate(place: ArchivePlace, handles: Handles, origin: string): StoreGate | null {
  if (place.reach === 'machine') return null
  const hold: StoreGate['hold'] = async () => {
    const trx = await handles.of('legal').startTransaction().execute()
    const release = () =>
      trx
        .commit()
        .execute()
        .catch(() => {})
    try {
      const { carrier, why } = await openBackupStore(trx)
      if (why !== null) throw new BackupStoreClosed(place.words, why, origin)
      return { carrier, release }
    } catch (error) {
      await release()
      throw error
    }
  }
  return {
    hold,
    async ask() {
      const { carrier, release } = await hold()
      await release()
      return carrier
    },
  }
}

/** Stores all of it, or nothing when the gate is closed before its end. Answers its size and who has it now. */
export async function writeThrough(
  place: ArchivePlace,
  name: string,
  content: AsyncIterable<Buffer>,
  gate: StoreGate | null,
): Promise<{ bytes: number; carrier: string | null }> {
  if (!gate) return { bytes: await place.write(name, content), carrier: null }
  let held: Awaited<ReturnType<StoreGate['hold']>> | undefined
  await gate.ask()
  async function* guarded(open: StoreGate) {
    let asked = Date.now()
    for await (const bytes of content) {
      if (Date.now() - asked >= askedEvery) {
        await open.ask()
        asked = Date.now()
      }
      yield bytes
    }
    held = await open.hold()
  }
  try {
    const bytes = await place.write(name, guarded(gate))
    return { bytes, carrier: held?.carrier ?? null }
  } finally {
    await held?.release()
  }
}
