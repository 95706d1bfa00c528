import type { Visit } from '../../platform/http/visit.ts'

/** What every page in the door's frame shows. */
export function doorOf(visit: Visit) {
  return { name: visit.provider?.name ?? 'Zavor', path: visit.path }
}
