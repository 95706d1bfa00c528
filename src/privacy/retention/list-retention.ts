import { z } from 'zod'
import { policy, type RetentionName } from '../../../policy/policy.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { Invalid } from '../operation/errors.ts'
import { readOperation } from '../operation/operation.ts'
import type { Words } from '../policy/shape.ts'
import { before } from '../policy/shift.ts'
import { periodWords } from '../prose/period.ts'
import { countDue, heldNow, newestRuns } from './retention.queries.ts'
import { timedTables } from './timed-tables.ts'

const month = 30 * 86_400_000

const words = z.object({ ro: z.string(), en: z.string() })

const dueView = z.object({
  table: z.string(),
  label: words,
  class: z.string(),
  period: z.string(),
  /** The period in words. */
  span: words,
  /** The event that starts the clock, and what happens at the end. */
  from: words,
  end: z.enum(['delete', 'anonymise']),
  /** What the next run ends. */
  now: z.int(),
  /** What comes due within 30 days, without what is due now. */
  soon: z.int(),
  held: z.int(),
  /** When the oldest due row began to count. */
  first: z.date().nullable(),
})
export type DueView = z.infer<typeof dueView>

const runView = z.object({
  id: z.uuid(),
  table: z.string(),
  label: words,
  class: z.string(),
  startedAt: z.date(),
  finishedAt: z.date().nullable(),
  batches: z.int(),
  ended: z.record(z.string(), z.int()),
})

const heldView = z.object({
  accountId: z.uuid(),
  account: z.string().nullable(),
  personId: z.uuid().nullable(),
  person: z.string().nullable(),
  /** 'restricted', or the table whose open row holds. */
  why: z.string(),
  /** Of a legal hold, by which it is released. */
  holdId: z.uuid().nullable(),
  reason: z.string().nullable(),
  since: z.date(),
  /** The day by which an open request has to be answered, where it runs. What else holds ends when somebody ends it. */
  due: z.string().nullable(),
})

export type HeldView = z.infer<typeof heldView>
export type RunView = z.infer<typeof runView>

const names = Object.keys(policy.retention) as [RetentionName, ...RetentionName[]]
const period = z.string().regex(/^P\d{1,4}[YMD]$/, 'a period such as P3Y, P6M or P30D')

/** What is due now and within 30 days, what is held, and what the last runs ended. Ends nothing. */
export const listRetention = readOperation({
  name: 'retention.list',
  purpose: 'rights',
  http: 'GET /retention',
  says: 'What ends by time: due now, within 30 days, held; and the last runs. With a class and a period: what that period would end.',
  who: { staff: ['owner', 'privacy'], system: true },
  input: z.strictObject({ class: z.enum(names).optional(), period: period.optional() }),
  output: z.object({
    due: z.array(dueView),
    runs: z.array(runView),
    held: z.array(heldView),
  }),
  async run({ db, input, tools, now }) {
    if ((input.class === undefined) !== (input.period === undefined)) {
      throw new Invalid(
        input.class === undefined ? { class: 'the class whose period is tried' } : { period: 'the period to try' },
      )
    }
    const tables = timedTables(tools.maps).filter((one) => input.class === undefined || one.class === input.class)
    const due = await Promise.all(
      tables.map(async (one): Promise<DueView> => {
        const length = input.period ?? policy.retention[one.class].period
        const today = await countDue(db, one.table, before(now, length))
        const later = await countDue(db, one.table, before(new Date(now.getTime() + month), length))
        const { from, end } = policy.retention[one.class]
        const label = labelOf(tools.maps, one.table)
        const counts = { now: today.due, soon: later.due - today.due, held: later.held, first: today.first }
        return {
          ...one,
          label,
          period: length,
          span: { ro: periodWords(length, 'ro'), en: periodWords(length, 'en') },
          from,
          end,
          ...counts,
        }
      }),
    )
    const runs = await newestRuns(db, 60)
    const held = await heldNow(db, 100)
    return {
      due,
      runs: runs.map((row) => ({
        id: row.id,
        table: row.table_name,
        label: labelOf(tools.maps, row.table_name),
        class: row.class,
        startedAt: row.started_at,
        finishedAt: row.finished_at,
        batches: row.batches,
        ended: { ...row.ended },
      })),
      held,
    }
  },
})

function labelOf(maps: readonly AnyDataMap[], table: string): Words {
  return maps.find((map) => map.table === table)?.rule.label ?? { ro: table, en: table }
}
