/** Does again, in order, what the ledger outside knows and a restored database does not. */
import type { RestoreReport } from '../../privacy/backup/report.ts'
import type { EndLine, LedgerLine, NumberedEnd } from '../../privacy/ledger/outside-ledger.ts'
import { replayLimit } from '../../privacy/limits/replay-limit.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import { finishErasure } from '../../rights/ending/finish-erasure.ts'
import { replayErasure } from '../../rights/ending/replay-erasure.ts'
import { replayRestriction } from '../../rights/request/replay-restriction.ts'
import type { Desk } from '../desk.ts'
import { type Ended, enders } from './enders.ts'
import { RestoreRefused } from './restore-refused.ts'

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
    accessEnded: 0,
    keysEnded: 0,
    placesEnded: 0,
    rolesNarrowed: 0,
    ownersKept: 0,
    passwordsVoid: 0,
    factorsEnded: 0,
    codesVoid: 0,
    recipientsClosed: 0,
    approvalsEnded: 0,
    studiesDropped: 0,
    additionsEnded: 0,
    campaignsCancelled: 0,
    alreadyTold: 0,
    toTell: 0,
    aboutNobody: 0,
  }
  const lasts = new Map(lines.flatMap((line) => (line.kind === 'end' ? [[placeOf(line), line.id]] : [])))
  for (const line of lines) {
    if (line.kind === 'erasure') {
      const { done } = await desk.call(caller, replayErasure, { ...line, persons: [...line.persons] })
      counts[done === 'again' ? 'erasures' : 'aboutNobody'] += 1
      // Its files go now: nothing runs jobs before the opening.
      if (done === 'again') await desk.call(caller, finishErasure, { accountId: line.accountId, erasureId: line.id })
      continue
    }
    if (line.kind === 'end') {
      for (const count of await endAgain(desk, caller, line, lasts.get(placeOf(line)) !== line.id)) counts[count] += 1
      continue
    }
    // Before the line is known: cut off in between, both are done again.
    if (line.limit === 'restricted' && line.caseId) {
      await desk.call(caller, replayRestriction, { ...line, limit: 'restricted', caseId: line.caseId })
    }
    const { done } = await desk.call(caller, replayLimit, line)
    counts[done === 'nobody' ? 'aboutNobody' : counted[line.limit]] += 1
  }
  return counts
}

/** What a line is about: the last of them says how it stood. */
const placeOf = ({ what, accountId, of }: EndLine) => `${what} ${accountId} ${of}`

/** @throws RestoreRefused for a kind that this release does not know: it cannot do again what a later one noted */
async function endAgain(
  desk: Desk,
  caller: Caller,
  { what, ...line }: NumberedEnd,
  isOvertaken: boolean,
): Promise<Ended> {
  const end = enders.get(what)
  if (end) return await end({ desk, caller, line: { ...line, roles: line.roles && [...line.roles] }, isOvertaken })
  throw new RestoreRefused(
    'ledger',
    `Line ${line.seq} of the ledger outside ends a ${what}, which this release does not know: install a later one.`,
  )
}
