import type { HoldName } from '../../../policy/policy.ts'
import { policy } from '../../../policy/policy.ts'

/**
 * The latest day on which a hold can still keep something made today: the period counted from now, and for accounting
 * from 1 July after the financial year (Accounting Act 82/1991).
 */
export function holdEndsBy(hold: HoldName, now: Date): Date {
  const start = hold === 'accounting' ? new Date(Date.UTC(now.getUTCFullYear() + 1, 6, 1)) : now
  return after(start, policy.holds[hold].period)
}

/** Adds years, months or days as ISO 8601 writes them (P5Y, P6M, P30D). @throws Error for any other period */
export function after(start: Date, period: string): Date {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period)
  if (!parts || period === 'P') throw new Error(`not a period: ${period}`)
  const [years = 0, months = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const end = new Date(start)
  const day = end.getUTCDate()
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + years * 12 + months)
  // A month that is too short ends on its last day.
  end.setUTCDate(Math.min(day, new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()))
  end.setUTCDate(end.getUTCDate() + days)
  return end
}
