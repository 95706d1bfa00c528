import type { PlaybookVersion } from './playbook.view.ts'

export const playbookFields = ['hours', 'escalation', 'tone', 'refunds', 'never'] as const
export type PlaybookField = (typeof playbookFields)[number]

/** Which fields a save changed, against the one before it. */
export function changedFields(now: PlaybookVersion, before: PlaybookVersion | undefined): PlaybookField[] {
  return playbookFields.filter((field) => now[field] !== (before?.[field] ?? ''))
}
