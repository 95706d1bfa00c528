/** Years, months and days as ISO 8601 writes them (P5Y, P6M, P30D), counted on the calendar in UTC. */

/** @throws Error for any other period */
export function after(start: Date, period: string): Date {
  return shifted(start, period, 1)
}

/** @throws Error for any other period */
export function before(end: Date, period: string): Date {
  return shifted(end, period, -1)
}

/** Whether one period is longer than another. @throws Error for what is no period */
export function isLonger(one: string, other: string): boolean {
  const start = new Date('2027-01-01T00:00:00Z')
  return after(start, one) > after(start, other)
}

function shifted(from: Date, period: string, sign: 1 | -1): Date {
  const parts = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(period)
  if (!parts) throw new Error(`not a period: ${period}`)
  const [years = 0, months = 0, days = 0] = parts.slice(1).map((part) => sign * Number(part ?? 0))
  const at = new Date(from)
  const day = at.getUTCDate()
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + years * 12 + months)
  // A month that is too short ends on its last day, as PostgreSQL counts too.
  at.setUTCDate(Math.min(day, new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()))
  at.setUTCDate(at.getUTCDate() + days)
  return at
}
