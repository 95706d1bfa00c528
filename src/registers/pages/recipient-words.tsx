import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'

type State = 'draft' | 'open' | 'blocked' | 'ended'

/** Whether data goes to a company. */
export function EntryState({ state }: { state: State }) {
  if (state === 'open') return <StateWord tone="done">{m.registers_state_open()}</StateWord>
  if (state === 'blocked') return <StateWord tone="danger">{m.registers_state_blocked()}</StateWord>
  if (state === 'draft') return <StateWord tone="wait">{m.registers_state_draft()}</StateWord>
  return <StateWord>{m.registers_state_ended()}</StateWord>
}

interface GroundStateProps {
  ground: { invalidAt: Date | string | null; isOverdue: boolean; reviewOn: string | null }
}

export function GroundState({ ground: { invalidAt, isOverdue, reviewOn } }: GroundStateProps) {
  if (invalidAt) return <StateWord tone="danger">{m.registers_ground_fallen()}</StateWord>
  if (isOverdue && reviewOn) {
    return <StateWord tone="danger">{m.registers_ground_overdue({ day: civilDay(reviewOn) })}</StateWord>
  }
  return <StateWord tone="done">{m.registers_ground_stands()}</StateWord>
}

export const groundKindWords = {
  eea: m.registers_ground_eea,
  adequacy: m.registers_ground_adequacy,
  clauses: m.registers_ground_clauses,
  rules: m.registers_ground_rules,
  derogation: m.registers_ground_derogation,
} as const

export const contractKindWords = {
  agreement: m.registers_contract_agreement,
  terms: m.registers_contract_terms,
  own: m.registers_contract_own,
} as const

export const stepWords = {
  entered: m.registers_step_entered,
  changed: m.registers_step_changed,
  enabled: m.registers_step_enabled,
  disabled: m.registers_step_disabled,
  invalidated: m.registers_step_invalidated,
  reinstated: m.registers_step_reinstated,
} as const

interface Role {
  readonly recipient: string
  readonly words: { readonly ro: string; readonly en: string }
}

/** Roles of the policy as choices of a form. */
export function roleChoices(roles: readonly Role[], locale: 'ro' | 'en') {
  return roles.map(({ recipient, words }) => ({ value: recipient, label: words[locale] }))
}
