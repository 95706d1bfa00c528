/** Words of the staff for requests. */
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import type { Tone } from '../../ui/text/state-word.tsx'
import type { listQueue } from '../desk/list-queue.ts'
import type { showCase } from '../desk/show-case.ts'
import type { RequestKind } from './request-words.ts'

export type Case = OutputOf<typeof showCase>
export type QueueLine = OutputOf<typeof listQueue>['requests'][number]

export const kindNames: Readonly<Record<RequestKind, () => string>> = {
  access: () => m.rights_name_access(),
  rectification: () => m.rights_name_rectification(),
  erasure: () => m.rights_name_erasure(),
  restriction: () => m.rights_name_restriction(),
  recipients: () => m.rights_name_recipients(),
  portability: () => m.rights_name_portability(),
  objection: () => m.rights_name_objection(),
  automated: () => m.rights_name_automated(),
  withdrawal: () => m.rights_name_withdrawal(),
}

export const caseTitle = ({ number, kind }: { number: number; kind: RequestKind }): string =>
  m.rights_case_title({ number, what: kindNames[kind]() })

/** From here on a deadline is amber. */
const near = 7

/** How much time is left for the answer. @param daysLeft null while the clock stands still */
export function dueWords(daysLeft: number | null): { tone: Tone; words: string } {
  if (daysLeft === null) return { tone: 'wait', words: m.rights_due_waits() }
  if (daysLeft < 0) return { tone: 'danger', words: m.rights_due_late({ count: -daysLeft }) }
  if (daysLeft === 0) return { tone: 'danger', words: m.rights_due_today() }
  return { tone: daysLeft <= near ? 'wait' : 'plain', words: m.rights_due_left({ count: daysLeft }) }
}

export const caseDone: Readonly<Record<string, () => string>> = {
  code_sent: () => m.rights_done_code_sent(),
  vouched: () => m.rights_done_vouched(),
  extended: () => m.rights_done_extended(),
  decided: () => m.rights_done_decided(),
  corrected: () => m.rights_done_corrected_for(),
  erased: () => m.rights_done_erased(),
  settled: () => m.rights_done_settled(),
  lifting: () => m.rights_done_lifting(),
  noted: () => m.rights_done_noted(),
}
