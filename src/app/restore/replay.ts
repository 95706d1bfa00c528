/** Does again, in order, what the ledger outside knows and a restored database does not. */
import { replayAccessEnd } from '../../access/replay-access-end.ts'
import { replayIdentityEnd } from '../../identity/replay-identity-end.ts'
import type { RestoreReport } from '../../privacy/backup/report.ts'
import type { EndLine, LedgerLine, NumberedEnd } from '../../privacy/ledger/outside-ledger.ts'
import { replayLimit } from '../../privacy/limits/replay-limit.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import { finishErasure } from '../../rights/ending/finish-erasure.ts'
import { replayErasure } from '../../rights/ending/replay-erasure.ts'
import type { Desk } from '../desk.ts'
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
      counts[await endAgain(desk, caller, line, lasts.get(placeOf(line)) !== line.id)] += 1
      continue
    }
    const { done } = await desk.call(caller, replayLimit, line)
    counts[done === 'nobody' ? 'aboutNobody' : counted[line.limit]] += 1
  }
  return counts
}

type EndCount = 'accessEnded' | 'keysEnded' | 'placesEnded' | 'rolesNarrowed' | 'ownersKept' | 'aboutNobody'

const inAccess = replayAccessEnd.input.shape.what
const inIdentity = replayIdentityEnd.input.shape.what

/** What a line is about: the last of them says how it stood. */
const placeOf = ({ what, accountId, of }: EndLine) => `${what} ${accountId} ${of}`

/** @throws RestoreRefused for a kind that this release does not know: it cannot do again what a later one noted */
async function endAgain(desk: Desk, caller: Caller, line: NumberedEnd, isOvertaken: boolean): Promise<EndCount> {
  const rest = { ...line, roles: line.roles && [...line.roles] }
  const access = inAccess.safeParse(line.what)
  if (access.success) {
    const { done } = await desk.call(caller, replayAccessEnd, { ...rest, what: access.data })
    return done === 'again' ? 'accessEnded' : 'aboutNobody'
  }
  const identity = inIdentity.safeParse(line.what)
  if (!identity.success) {
    throw new RestoreRefused(
      'ledger',
      `Line ${line.seq} of the ledger outside ends a ${line.what}, which this release does not know: install a later one.`,
    )
  }
  const { done } = await desk.call(caller, replayIdentityEnd, { ...rest, what: identity.data, isOvertaken })
  if (done === 'nobody') return 'aboutNobody'
  if (done === 'kept') return 'ownersKept'
  if (done === 'narrowed') return 'rolesNarrowed'
  return identity.data === 'member' || identity.data === 'staff' ? 'placesEnded' : 'keysEnded'
}
