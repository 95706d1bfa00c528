import { m } from '../../platform/language/words.ts'
import type { PlaybookField } from '../playbook/playbook.rules.ts'

/** In the order in which somebody about to act needs them: what never to do comes first. */
export const playbookOrder: readonly PlaybookField[] = ['never', 'hours', 'escalation', 'tone', 'refunds']

export const playbookLabels: Record<PlaybookField, () => string> = {
  never: m.desk_playbook_never,
  hours: m.desk_playbook_hours,
  escalation: m.desk_playbook_escalation,
  tone: m.desk_playbook_tone,
  refunds: m.desk_playbook_refunds,
}

export const playbookHints: Record<PlaybookField, () => string> = {
  never: m.desk_playbook_never_hint,
  hours: m.desk_playbook_hours_hint,
  escalation: m.desk_playbook_escalation_hint,
  tone: m.desk_playbook_tone_hint,
  refunds: m.desk_playbook_refunds_hint,
}
