import type { ReactNode } from 'react'
import type { countChildReports } from '../../children/list-reports.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { listBreaches } from '../breaches/list-breaches.ts'
import type { listMeasures } from '../measures/list-measures.ts'
import type { showPolicyChange } from '../policy/show-change.ts'
import type { listRecipients } from '../processors/list-recipients.ts'

/** What waits in each register, as far as the caller may open it. */
export interface RegisterStates {
  /** Roles of the policy that no enabled company fills: nothing leaves to them. */
  readonly rolesOpen: number | null
  readonly measuresLate: number | null
  /** Hours left for each breach that is not decided, the shortest first. */
  readonly breachHours: readonly number[] | null
  readonly children: { readonly open: number; readonly overdue: number } | null
  readonly publication: 'published' | 'early' | 'unpublished' | 'never' | null
}

export async function registerStates({ call, can }: Pick<Visit, 'call' | 'can'>): Promise<RegisterStates> {
  const [recipients, measures, breaches, children, policy] = await Promise.all([
    can('processor.list') ? call<typeof listRecipients>('processor.list', {}) : null,
    can('measure.list') ? call<typeof listMeasures>('measure.list', {}) : null,
    can('breach.list') ? call<typeof listBreaches>('breach.list', {}) : null,
    can('child_report.count') ? call<typeof countChildReports>('child_report.count', {}) : null,
    can('policy.show_change') ? call<typeof showPolicyChange>('policy.show_change', {}) : null,
  ])
  const hours = breaches?.breaches.flatMap(({ hoursLeft }) => (hoursLeft === null ? [] : [hoursLeft]))
  return {
    rolesOpen: recipients?.roles.filter(({ isOpen }) => !isOpen).length ?? null,
    measuresLate: measures?.measures.filter(({ state }) => state !== 'kept').length ?? null,
    breachHours: hours ? hours.sort((a, b) => a - b) : null,
    children,
    publication: policy?.publication ?? null,
  }
}

/** What waits in a register, in words; nothing where nothing can. */
export function stateOfRegister(register: string, states: RegisterStates): ReactNode {
  const { rolesOpen, measuresLate, breachHours, children, publication } = states
  if (register === 'recipients' && rolesOpen)
    return <StateWord tone="wait">{m.registers_home_roles_open({ count: rolesOpen })}</StateWord>
  if (register === 'measures' && measuresLate)
    return <StateWord tone="danger">{m.registers_measures_late({ count: measuresLate })}</StateWord>
  if (register === 'breaches' && breachHours?.[0] !== undefined) {
    const [hours] = breachHours
    if (hours < 0) return <StateWord tone="danger">{m.registers_breach_over({ count: -hours })}</StateWord>
    return <StateWord tone={hours < 24 ? 'danger' : 'wait'}>{m.registers_breach_left({ count: hours })}</StateWord>
  }
  if (register === 'policy' && publication === 'never')
    return <StateWord tone="wait">{m.registers_publication_never()}</StateWord>
  if (register === 'policy' && publication === 'early')
    return <StateWord tone="danger">{m.registers_publication_early()}</StateWord>
  if (register === 'policy' && publication === 'unpublished')
    return <StateWord tone="danger">{m.registers_publication_unpublished()}</StateWord>
  if (register === '/staff/children' && children && children.open > 0)
    return children.overdue > 0 ? (
      <StateWord tone="danger">{m.children_overdue({ count: children.overdue })}</StateWord>
    ) : (
      <StateWord tone="wait">{m.children_open({ count: children.open })}</StateWord>
    )
  return null
}
