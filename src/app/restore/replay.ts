/** Does again, in order, what the ledger outside knows and a restored database does not. */
import type { RestoreReport } from '../../privacy/backup/report.ts'
import type { LedgerLine } from '../../privacy/ledger/outside-ledger.ts'
import { replayLimit } from '../../privacy/limits/replay-limit.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import { finishErasure } from '../../rights/ending/finish-erasure.ts'
import { replayErasure } from '../../rights/ending/replay-erasure.ts'
import type { Desk } from '../desk.ts'

type Replayed = { -readonly [K in keyof RestoreReport['replayed']]: RestoreReport['replayed'][K] }

const counted = {
  consent_missing: 'withdrawals',
  consent_given: 'consentsLost',
  objected: 'objections',
  restricted: 'restrictions',
  lifted: 'lifted',
} as const

export async function replay(desk: Desk, lines: readonly LedgerLine[]): Promise<RestoreReport['replayed']> {
  const caller: Caller = { actor: { kind: 'system', job: 'restore' }, via: 'cli' }
  const counts: Replayed = {
    lines: lines.length,
    erasures: 0,
    withdrawals: 0,
    objections: 0,
    restrictions: 0,
    lifted: 0,
    consentsLost: 0,
    aboutNobody: 0,
  }
  for (const line of lines) {
    if (line.kind === 'erasure') {
      const { done } = await desk.call(caller, replayErasure, { ...line, persons: [...line.persons] })
      counts[done === 'again' ? 'erasures' : 'aboutNobody'] += 1
      // Its files go now: nothing runs jobs before the opening.
      if (done === 'again') await desk.call(caller, finishErasure, { accountId: line.accountId, erasureId: line.id })
      continue
    }
    const { done } = await desk.call(caller, replayLimit, line)
    counts[done === 'nobody' ? 'aboutNobody' : counted[line.limit]] += 1
  }
  return counts
}
