import { z } from 'zod'
import { staffNames } from '../../identity/identity.facade.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { findMeasure, listMeasureRows, staffToday } from './measure.queries.ts'
import { measureView, viewMeasure } from './measure.view.ts'

const staffChoice = z.object({ id: z.string(), name: z.string() })

/** The register of organisational measures: what is due first stands first. */
export const listMeasures = readOperation({
  name: 'measure.list',
  purpose: 'legal',
  http: 'GET /measures',
  says: 'Organisational measures with their last and next check',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({ measures: z.array(measureView), staff: z.array(staffChoice) }),
  async run({ db, now }) {
    const rows = await listMeasureRows(db)
    const names = await staffNames(
      db,
      rows.flatMap(({ owned_by }) => owned_by ?? []),
    )
    const today = civilDayOf(now)
    return { measures: rows.map((row) => viewMeasure(row, names, today)), staff: await staffToday(db) }
  },
})

/** One measure with every look at it, the newest first. */
export const showMeasure = readOperation({
  name: 'measure.show',
  purpose: 'legal',
  http: 'GET /measures/{measureId}',
  says: 'One organisational measure with all its checks',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ measureId: z.uuid() }),
  output: z.object({
    measure: measureView,
    checks: z.array(
      z.object({
        id: z.string(),
        outcome: z.enum(['kept', 'faulty']),
        found: z.string(),
        checkedOn: z.string(),
        by: z.string(),
      }),
    ),
    staff: z.array(staffChoice),
  }),
  async run({ db, input: { measureId }, now }) {
    const row = await findMeasure(db, measureId)
    const checks = await db
      .selectFrom('measure_check')
      .select(['id', 'outcome', 'found', 'checked_on', 'checked_by'])
      .where('measure_id', '=', measureId)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute()
    const names = await staffNames(db, [
      ...checks.map((one) => one.checked_by),
      ...(row.owned_by ? [row.owned_by] : []),
    ])
    return {
      measure: viewMeasure(row, names, civilDayOf(now)),
      checks: checks.map((one) => ({
        id: one.id,
        outcome: one.outcome,
        found: one.found,
        checkedOn: one.checked_on,
        by: names.get(one.checked_by) ?? '',
      })),
      staff: await staffToday(db),
    }
  },
})
