import type { Visit } from '../../platform/http/visit.ts'

/** What the frame of a signed-in page shows: whose desk it is and who is here. */
export function frameOf(visit: Visit) {
  return {
    provider: visit.provider?.name ?? 'Zavor',
    person: visit.person?.name ?? '',
    forms: { writer: visit.writer ?? '', path: visit.path, kept: visit.kept ?? null },
    accountName: visit.person?.accountName ?? null,
  }
}
