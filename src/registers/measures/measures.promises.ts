/** Whether organisational measures are in the register and somebody looked at each in time. */
import { type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'
import { promisedMeasures } from './measure.data.ts'

const register = promiseCheck({
  promise: 'P27',
  need: 'register',
  async run({ inspector }) {
    const { rows: kept } = await inspector.query<{ promised: string }>(
      'select promised from base.measure where promised is not null and ended_at is null',
    )
    const missing = promisedMeasures.filter((name) => !kept.some((row) => row.promised === name)).length
    const { rows } = await inspector.query<{ all: number; never: number; overdue: number; faulty: number }>(
      `select count(*)::int as all, count(*) filter (where c.id is null)::int as never,
         count(*) filter (where c.id is not null and m.next_check_on < current_date)::int as overdue,
         count(*) filter (where c.outcome = 'faulty')::int as faulty
       from base.measure m left join lateral (
         select id, outcome from base.measure_check c where c.measure_id = m.id order by c.at desc, c.id desc limit 1) c on true
       where m.ended_at is null`,
    )
    const { all, never, overdue, faulty } = rows[0] ?? { all: 0, never: 0, overdue: 0, faulty: 0 }
    return {
      holds: all > 0 && missing === 0 && never === 0 && overdue === 0 && faulty === 0,
      figure: {
        ro: `măsuri: ${all}; promise și lipsă: ${missing}; neverificate niciodată: ${never}; cu verificarea întârziată: ${overdue}; găsite cu lipsuri: ${faulty}`,
        en: `measures: ${all}; promised and missing: ${missing}; never looked at: ${never}; overdue: ${overdue}; found wanting: ${faulty}`,
      },
    }
  },
})

export const measurePromises: readonly PromiseCheck[] = [register]
