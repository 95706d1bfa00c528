/** Checks of the promises that the letters keep. */
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { openingPromises } from './opening/opening.promises.ts'

const sentLog = promiseCheck({
  promise: 'P19',
  need: 'sent_log',
  async run({ inspector, operations }) {
    const { rows } = await inspector.query<{ all: number; late: number }>(
      `select count(*)::int as all,
         count(*) filter (where status = 'queued' and created_at < now() - interval '1 hour')::int as late
       from (select status, created_at from base.letter union all select status, created_at from base.staff_letter) l`,
    )
    const { all, late } = rows[0] ?? { all: 0, late: 0 }
    const isSeen = operations.some((operation) => operation.name === 'letters.list')
    return {
      holds: isSeen && late === 0,
      figure: {
        ro: `scrisori notate: ${all}; neplecate de peste o oră: ${late}`,
        en: `letters on record: ${all}; not gone for over an hour: ${late}`,
      },
    }
  },
})

export const lettersPromises: readonly PromiseCheck[] = [...openingPromises, sentLog]
