/** Who ends again what a line of the ledger outside says has ended, by the kind of thing: the capability that owns it. */
import { replayAccessEnd } from '../../access/replay-access-end.ts'
import { replayApprovalEnd } from '../../case-study/replay-approval-end.ts'
import { replayLinkEnd } from '../../desk/ticket/replay-link-end.ts'
import { replayFactEnd, replaySwitchOff } from '../../enrichment/replay-enrichment-end.ts'
import { replayIdentityEnd } from '../../identity/replay-identity-end.ts'
import { replayLoginEnd } from '../../identity/replay-login-end.ts'
import type { RestoreReport } from '../../privacy/backup/report.ts'
import type { NumberedEnd } from '../../privacy/ledger/outside-ledger.ts'
import type { Caller } from '../../privacy/operation/actor.ts'
import { replayGateEnd } from '../../registers/processors/replay-gate-end.ts'
import { replayTold } from '../../rights/ending/replay-told.ts'
import { replayAnswerEnd, replayCampaignEnd } from '../../succession/replay-campaign-end.ts'
import type { Desk } from '../desk.ts'

type Replayed = RestoreReport['replayed']
type EndCount = Exclude<keyof Replayed, 'lines' | 'erasures' | 'toTell' | 'objections' | 'restrictions' | 'lifted'>

/** What a line came to, each to be counted. */
export type Ended = readonly EndCount[]

export interface Ending {
  readonly desk: Desk
  readonly caller: Caller
  readonly line: Omit<NumberedEnd, 'roles' | 'what'> & { readonly roles: string[] | null }
  /** A later line says how it stood in the end. */
  readonly isOvertaken: boolean
}

export type Ender = (ending: Ending) => Promise<Ended>

const orNobody = (done: 'again' | 'nobody', count: EndCount): Ended => [done === 'again' ? count : 'aboutNobody']

function each<What extends string>(kinds: readonly What[], end: (ending: Ending, what: What) => Promise<Ended>) {
  return kinds.map((what): [string, Ender] => [what, (ending) => end(ending, what)])
}

const all: readonly [string, Ender][] = [
  ...each(replayAccessEnd.input.shape.what.options, async ({ desk, caller, line }, what) => {
    const { done } = await desk.call(caller, replayAccessEnd, { ...line, what })
    return orNobody(done, 'accessEnded')
  }),
  ...each(replayIdentityEnd.input.shape.what.options, async ({ desk, caller, line, isOvertaken }, what) => {
    const { done } = await desk.call(caller, replayIdentityEnd, { ...line, what, isOvertaken })
    if (done === 'nobody') return ['aboutNobody']
    if (done === 'kept') return ['ownersKept']
    if (done === 'narrowed') return ['rolesNarrowed']
    return [what === 'member' || what === 'staff' ? 'placesEnded' : 'keysEnded']
  }),
  ...each(replayLoginEnd.input.shape.what.options, async ({ desk, caller, line, isOvertaken }, what) => {
    const done = await desk.call(caller, replayLoginEnd, { ...line, what, isOvertaken })
    const ended: EndCount[] = []
    if (done.password) ended.push('passwordsVoid')
    if (done.factor) ended.push('factorsEnded')
    if (done.codes) ended.push('codesVoid')
    return ended.length > 0 ? ended : ['aboutNobody']
  }),
  ...each(replayGateEnd.input.shape.what.options, async ({ desk, caller, line, isOvertaken }, what) => {
    const { done } = await desk.call(caller, replayGateEnd, { ...line, what, isOvertaken })
    return orNobody(done, 'recipientsClosed')
  }),
  ...each(replayApprovalEnd.input.shape.what.options, async ({ desk, caller, line }, what) => {
    const { done } = await desk.call(caller, replayApprovalEnd, { ...line, what })
    return orNobody(done, what === 'case_study' ? 'studiesDropped' : 'approvalsEnded')
  }),
  ...each(['enrichment'], async ({ desk, caller, line, isOvertaken }, what) => {
    const { done } = await desk.call(caller, replaySwitchOff, { ...line, what, isOvertaken })
    return orNobody(done, 'additionsEnded')
  }),
  ...each(['enrichment_fact'], async ({ desk, caller, line }, what) => {
    const { done } = await desk.call(caller, replayFactEnd, { ...line, what })
    return orNobody(done, 'additionsEnded')
  }),
  ...each(['succession_campaign'], async ({ desk, caller, line }, what) => {
    const { done } = await desk.call(caller, replayCampaignEnd, { ...line, what })
    return orNobody(done, 'campaignsCancelled')
  }),
  ...each(['succession_answer'], async ({ desk, caller, line }, what) => {
    const { done } = await desk.call(caller, replayAnswerEnd, { ...line, what })
    return orNobody(done, 'withdrawals')
  }),
  ...each(['recipient_told'], async ({ desk, caller, line }, what) => {
    const { done } = await desk.call(caller, replayTold, { ...line, what })
    return orNobody(done, 'alreadyTold')
  }),
  ...each(replayLinkEnd.input.shape.what.options, async ({ desk, caller, line }, what) => {
    const { done } = await desk.call(caller, replayLinkEnd, { ...line, what })
    return orNobody(done, 'keysEnded')
  }),
]

export const enders: ReadonlyMap<string, Ender> = new Map(all)
