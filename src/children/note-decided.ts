import type { PurposeTrx } from '../privacy/map/types.ts'
import type { Enqueue } from '../privacy/operation/operation.ts'
import type { knownWays, Outcome } from './child-report.rules.ts'
import { sendChildReceipt } from './send-receipt.ts'

interface Decision {
  readonly outcome: Outcome
  readonly knownBy: (typeof knownWays)[number] | null
  readonly erasures: readonly string[]
  readonly staffId: string
}

interface Running {
  readonly trx: PurposeTrx<'rights'>
  readonly enqueue: Enqueue
  readonly now: Date
}

/** From here on the report says what was decided, by whom and when, and nothing of whom it was about. The receipt follows. */
export async function noteDecided({ trx, enqueue, now }: Running, reportId: string, decision: Decision): Promise<void> {
  await trx
    .updateTable('child_report')
    .set({
      outcome: decision.outcome,
      known_by: decision.knownBy,
      erasures: [...decision.erasures],
      decided_at: now,
      decided_by: decision.staffId,
      about_whom: null,
      why: null,
    })
    .where('id', '=', reportId)
    .where('decided_at', 'is', null)
    .execute()
  await enqueue(sendChildReceipt, { reportId }, { key: reportId })
}
