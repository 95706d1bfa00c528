/** How often one caller may ask, so that no program takes the desk from the others. */

export interface Allowance {
  /** Takes one call of `subject`; answers how many seconds to wait when none is left, 0 when it was taken. */
  take(subject: string): number
}

const mostSubjects = 10_000

/**
 * `perMinute` calls at once, which come back evenly over a minute. Held in the memory of this process: with several
 * copies of web each counts its own.
 */
export function makeAllowance(perMinute: number, clock: () => number = performance.now.bind(performance)): Allowance {
  const each = 60_000 / perMinute
  /** When the subject's whole allowance will be there again. */
  const wholeAt = new Map<string, number>()

  function forgetWhole(now: number): void {
    for (const [subject, at] of wholeAt) if (at <= now) wholeAt.delete(subject)
  }

  return {
    take(subject) {
      const now = clock()
      const next = Math.max(now, wholeAt.get(subject) ?? 0) + each
      const over = next - now - 60_000
      // A thousandth of a call: sums of fractions must not cost the last one.
      if (over > each / 1000) return Math.max(1, Math.ceil(over / 1000))
      if (!wholeAt.has(subject) && wholeAt.size >= mostSubjects) forgetWhole(now)
      wholeAt.set(subject, next)
      return 0
    },
  }
}
