/** How what runs stands to what was published. Pure. */
import type { CivilDay } from '../../clock/civil-day.ts'

/**
 * never: nothing was published yet. published: what runs is the version that holds. early: what runs was announced for a
 * later day. unpublished: what runs was never published.
 */
export type Publication = 'never' | 'published' | 'early' | 'unpublished'

interface Published {
  readonly hash: string
  readonly effective_on: CivilDay
}

/** @param versions the newest first */
export function publicationOf(versions: readonly Published[], running: string, today: CivilDay): Publication {
  if (versions.length === 0) return 'never'
  if (versions.find((version) => version.effective_on <= today)?.hash === running) return 'published'
  return versions.some((version) => version.hash === running && version.effective_on > today) ? 'early' : 'unpublished'
}
