/** What P16 promises about those who wrote without an account: their words end when the period does. */

import { before } from '../../privacy/policy/shift.ts'
import { promiseCheck } from '../../privacy/promises/check.ts'

/** A sweep a night, and a day of grace for one that was missed. */
const grace = 2 * 86_400_000

export const erasedLater = promiseCheck({
  promise: 'P16',
  need: 'erased_later',
  async run({ inspector, operations, policy }) {
    const cutoff = before(new Date(Date.now() - grace), policy.retention.prospect?.period ?? 'P999Y')
    const { rows } = await inspector.query<{ held: number; late: number; ended: number }>(
      `with kept as materialized (select account_id from base.held_people())
       select count(*) filter (where a.erased_at is null)::int as held,
         count(*) filter (where a.erased_at is not null)::int as ended,
         count(*) filter (where a.erased_at is null and a.created_at < $1::timestamptz
           and not exists (select from base.ticket t where t.account_id = a.id and t.last_activity_at >= $1::timestamptz)
           and not exists (select from kept k where k.account_id = a.id))::int as late
       from base.account a where a.kind = 'prospect'`,
      [cutoff],
    )
    const { held = 0, late = -1, ended = 0 } = rows[0] ?? {}
    const swept = ['prospect.sweep', 'prospect.end'].every((name) =>
      operations.some((operation) => operation.name === name && operation.who.system),
    )
    return {
      holds: swept && late === 0,
      figure: {
        ro: `conversații fără cont: ${held}; șterse: ${ended}; rămase peste termen: ${late}`,
        en: `conversations without an account: ${held}; erased: ${ended}; left past their period: ${late}`,
      },
    }
  },
})
