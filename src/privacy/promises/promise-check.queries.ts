import { type Kysely, sql } from 'kysely'
import type { For, PurposeTrx } from '../map/types.ts'
import type { Words } from '../policy/shape.ts'

interface NewFinding {
  readonly promise: string
  readonly need: string
  readonly outcome: 'holds' | 'fails' | 'broken'
  readonly figure: Words
  readonly took: number
  readonly at: Date
}

/** The newest finding takes the place of the one before; `since` stays as long as the outcome does. */
export async function saveFinding(trx: PurposeTrx<'legal'>, finding: NewFinding): Promise<void> {
  const values = {
    outcome: finding.outcome,
    figure_ro: finding.figure.ro,
    figure_en: finding.figure.en,
    took_ms: finding.took,
    checked_at: finding.at,
  }
  await trx
    .insertInto('promise_check')
    .values({ promise: finding.promise, need: finding.need, ...values, since: finding.at })
    .onConflict((conflict) =>
      conflict.columns(['promise', 'need']).doUpdateSet({
        ...values,
        since: sql`case when promise_check.outcome = excluded.outcome then promise_check.since else excluded.since end`,
      }),
    )
    .execute()
}

export function readFindings(db: Kysely<For<'legal'>>) {
  return db
    .selectFrom('promise_check')
    .select(['promise', 'need', 'outcome', 'figure_ro', 'figure_en', 'checked_at', 'since'])
    .execute()
}
