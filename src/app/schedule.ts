import type { CronItem } from 'graphile-worker'

/** What runs by the clock. One line each. */
const times: readonly { readonly at: string; readonly operation: string }[] = [
  { at: '30 2 * * *', operation: 'registration.expire' },
  { at: '40 2 * * *', operation: 'retention.sweep' },
  { at: '50 2 * * *', operation: 'prospect.sweep' },
  { at: '55 2 * * *', operation: 'policy.sweep' },
  { at: '20 3 * * *', operation: 'disclosure.lift_due' },
  { at: '17 * * * *', operation: 'attachment.sweep' },
  { at: '7 * * * *', operation: 'consent.expire' },
  { at: '*/15 * * * *', operation: 'deposit.expire' },
  { at: '*/15 * * * *', operation: 'letter.release' },
  { at: '10 5 * * *', operation: 'request.remind' },
  { at: '15 5 * * *', operation: 'measure.remind' },
  { at: '20 5 * * *', operation: 'transfer_ground.remind' },
  { at: '5 * * * *', operation: 'breach.remind' },
  { at: '56 2 * * *', operation: 'terms.publish_first' },
  { at: '45 2 * * *', operation: 'succession.sweep' },
  { at: '12,42 * * * *', operation: 'child_report.remind' },
  { at: '17 */6 * * *', operation: 'promise.sweep' },
]

/** The same for the runner. `at` is a crontab pattern in UTC; a missed time is made up for within a day. */
export const schedule: CronItem[] = times.map(({ at, operation }) => ({
  task: 'operation',
  match: at,
  payload: { operation, input: {} },
  identifier: operation,
  options: { backfillPeriod: 24 * 60 * 60 * 1000, maxAttempts: 5, jobKey: `scheduled ${operation}` },
}))
