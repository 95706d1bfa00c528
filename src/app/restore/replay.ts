/** Does again, in order, what the ledger outside knows and a restored database does not. */
import { replayAccessEnd } from '../../access/replay-access-end.ts'
import { replayApprovalEnd } from '../../case-study/replay-approval-end.ts'
import { replayLinkEnd } from '../../desk/ticket/replay-link-end.ts'
import { replayFactEnd, replaySwitchOff } from '../../enrichment/replay-enrichment-end.ts'
import { replayIdentityEnd } from '../../identity/replay-identity-end.ts'
import { replayLoginEnd } from '../../identity/replay-login-end.ts'
import type { RestoreReport } from '../../privacy/backup/report.ts'
import type { EndLine, LedgerLine, NumberedEnd } from '../../privacy/ledger/outside-ledger.ts'
import { replayLimit } from '../../privacy/limits/replay-limit.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import { replayGateEnd } from '../../registers/processors/replay-gate-end.ts'
import { finishErasure } from '../../rights/ending/finish-erasure.ts'
import { replayErasure } from '../../rights/ending/replay-erasure.ts'
import { replayCampaignEnd } from '../../succession/replay-campaign-end.ts'
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
    passwordsVoid: 0,
    factorsEnded: 0,
    codesVoid: 0,
    recipientsClosed: 0,
    approvalsEnded: 0,
    studiesDropped: 0,
    additionsEnded: 0,
    campaignsCancelled: 0,
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
    const { done } = await desk.call(caller, replayLimit, line)
    counts[done === 'nobody' ? 'aboutNobody' : counted[line.limit]] += 1
  }
  return counts
}

type EndCount = Exclude<keyof Replayed, 'lines' | 'erasures' | 'withdrawals' | 'objections' | 'restrictions' | 'lifted'>

/** What a line is about: the last of them says how it stood. */
const placeOf = ({ what, accountId, of }: EndLine) => `${what} ${accountId} ${of}`

interface Ending {
  readonly desk: Desk
  readonly caller: Caller
  readonly line: Omit<NumberedEnd, 'roles'> & { readonly roles: string[] | null }
  /** A later line says how it stood in the end. */
  readonly isOvertaken: boolean
}

const orNobody = (done: 'again' | 'nobody', count: EndCount): Ended => [done === 'again' ? count : 'aboutNobody']

/** What a line came to, each to be counted. */
type Ended = readonly EndCount[]

/** The capability that owns the thing ends it again; null where the line is not about one of its own. */
const enders: readonly ((ending: Ending) => Promise<Ended | null>)[] = [
  async ({ desk, caller, line }) => {
    const what = replayAccessEnd.input.shape.what.safeParse(line.what)
    if (!what.success) return null
    const { done } = await desk.call(caller, replayAccessEnd, { ...line, what: what.data })
    return orNobody(done, 'accessEnded')
  },
  async ({ desk, caller, line, isOvertaken }) => {
    const what = replayIdentityEnd.input.shape.what.safeParse(line.what)
    if (!what.success) return null
    const { done } = await desk.call(caller, replayIdentityEnd, { ...line, what: what.data, isOvertaken })
    if (done === 'nobody') return ['aboutNobody']
    if (done === 'kept') return ['ownersKept']
    if (done === 'narrowed') return ['rolesNarrowed']
    return [what.data === 'member' || what.data === 'staff' ? 'placesEnded' : 'keysEnded']
  },
  async ({ desk, caller, line, isOvertaken }) => {
    const what = replayLoginEnd.input.shape.what.safeParse(line.what)
    if (!what.success) return null
    const done = await desk.call(caller, replayLoginEnd, { ...line, what: what.data, isOvertaken })
    const ended: EndCount[] = []
    if (done.password) ended.push('passwordsVoid')
    if (done.factor) ended.push('factorsEnded')
    if (done.codes) ended.push('codesVoid')
    return ended.length > 0 ? ended : ['aboutNobody']
  },
  async ({ desk, caller, line, isOvertaken }) => {
    const what = replayGateEnd.input.shape.what.safeParse(line.what)
    if (!what.success) return null
    const { done } = await desk.call(caller, replayGateEnd, { ...line, what: what.data, isOvertaken })
    return orNobody(done, 'recipientsClosed')
  },
  async ({ desk, caller, line }) => {
    const what = replayApprovalEnd.input.shape.what.safeParse(line.what)
    if (!what.success) return null
    const { done } = await desk.call(caller, replayApprovalEnd, { ...line, what: what.data })
    return orNobody(done, what.data === 'case_study' ? 'studiesDropped' : 'approvalsEnded')
  },
  async ({ desk, caller, line: { what, ...line }, isOvertaken }) => {
    if (what !== 'enrichment') return null
    const { done } = await desk.call(caller, replaySwitchOff, { ...line, what, isOvertaken })
    return orNobody(done, 'additionsEnded')
  },
  async ({ desk, caller, line: { what, ...line } }) => {
    if (what !== 'enrichment_fact') return null
    const { done } = await desk.call(caller, replayFactEnd, { ...line, what })
    return orNobody(done, 'additionsEnded')
  },
  async ({ desk, caller, line: { what, ...line } }) => {
    if (what !== 'succession_campaign') return null
    const { done } = await desk.call(caller, replayCampaignEnd, { ...line, what })
    return orNobody(done, 'campaignsCancelled')
  },
  async ({ desk, caller, line }) => {
    const what = replayLinkEnd.input.shape.what.safeParse(line.what)
    if (!what.success) return null
    const { done } = await desk.call(caller, replayLinkEnd, { ...line, what: what.data })
    return orNobody(done, 'keysEnded')
  },
]

/** @throws RestoreRefused for a kind that this release does not know: it cannot do again what a later one noted */
async function endAgain(desk: Desk, caller: Caller, line: NumberedEnd, isOvertaken: boolean): Promise<Ended> {
  const ending = { desk, caller, line: { ...line, roles: line.roles && [...line.roles] }, isOvertaken }
  for (const end of enders) {
    const ended = await end(ending)
    if (ended) return ended
  }
  throw new RestoreRefused(
    'ledger',
    `Line ${line.seq} of the ledger outside ends a ${line.what}, which this release does not know: install a later one.`,
  )
}
