import type { HoldName } from '../../../policy/policy.ts'
import { policy } from '../../../policy/policy.ts'
import { after } from '../policy/shift.ts'

/**
 * The latest day on which a hold can still keep something made today: the period counted from now, and for accounting
 * from 1 July after the financial year (Accounting Act 82/1991).
 */
export function holdEndsBy(hold: HoldName, now: Date): Date {
  const start = hold === 'accounting' ? new Date(Date.UTC(now.getUTCFullYear() + 1, 6, 1)) : now
  return after(start, policy.holds[hold].period)
}
