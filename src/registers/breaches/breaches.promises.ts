/** Whether each breach was decided in time: the authority told, or a reason why not. */
import { type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'

const inTime = promiseCheck({
  promise: 'P26',
  need: 'breaches_in_time',
  async run({ inspector, operations }) {
    const { rows } = await inspector.query<{ all: number; open: number; over: number }>(
      `select count(*)::int as all, count(*) filter (where outcome is null)::int as open,
         count(*) filter (where outcome is null and discovered_at < now() - interval '72 hours')::int as over
       from base.breach`,
    )
    const { all, open, over } = rows[0] ?? { all: 0, open: 0, over: 0 }
    return {
      holds: over === 0 && operations.some(({ name }) => name === 'breach.note'),
      figure: {
        ro: `încălcări: ${all}; nehotărâte: ${open}; cu cele 72 de ore trecute: ${over}`,
        en: `breaches: ${all}; undecided: ${open}; past their 72 hours: ${over}`,
      },
    }
  },
})

export const breachPromises: readonly PromiseCheck[] = [inTime]
