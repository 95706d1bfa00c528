import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../platform/language/words.ts'
import { Conflict, NotFound } from '../privacy/operation/errors.ts'
import { writeOperation } from '../privacy/operation/operation.ts'
import { waits } from './fraud.rules.ts'
import { columns } from './fraud.view.ts'

const words = (says: () => string) =>
  z
    .string({ error: () => says() })
    .trim()
    .min(5, { error: () => says() })
    .max(1000, { error: () => says() })

/**
 * A person looks at a sign and says what it is, with the reason. It changes nothing else: an order is declined, if it is,
 * by its own step, whose reason the client reads.
 */
export const decideFraudSignal = writeOperation({
  name: 'fraud.decide',
  purpose: 'security',
  http: 'POST /fraud-signals/{signalId}/decision',
  says: 'Say of a sign of fraud that it is none, or that it is one, with the reason',
  who: { staff: ['owner', 'sales'] },
  input: z.strictObject({
    signalId: z.uuid(),
    decision: z.enum(['cleared', 'confirmed'], { error: () => m.fraud_expect_decision() }),
    reason: words(m.fraud_expect_reason),
  }),
  output: z.object({}),
  async run({ trx, actor, input, now, concerning }) {
    await sql`select id from base.fraud_signal where id = ${input.signalId} for update`.execute(trx)
    const row = await trx.selectFrom('fraud_signal').select(columns).where('id', '=', input.signalId).executeTakeFirst()
    if (!row) throw new NotFound('fraud_signal')
    concerning({ accountId: row.account_id, personIds: [row.person_id] })
    if (!waits(row)) throw new Conflict('already_decided', m.fraud_already_decided())
    await trx
      .updateTable('fraud_signal')
      .set({ decision: input.decision, reason: input.reason, decided_at: now, decided_by: actor.staffId })
      .where('account_id', '=', row.account_id)
      .where('id', '=', row.id)
      .execute()
    return {}
  },
})

/** The person says that a sign is wrong: somebody looks once more. */
export const contestFraudSignal = writeOperation({
  name: 'fraud.contest',
  purpose: 'rights',
  http: 'POST /privacy/fraud-signals/{signalId}/contest',
  says: 'Contest a sign of fraud about you: a person looks at it once more',
  who: { member: 'any' },
  input: z.strictObject({ signalId: z.uuid(), words: words(m.fraud_expect_contest) }),
  output: z.object({}),
  async run({ trx, actor, input, now, concerning }) {
    const { accountId, personId } = actor
    concerning({ accountId, personIds: [personId] })
    const said = await trx
      .updateTable('fraud_signal')
      .set({ contested_at: now, contested_words: input.words })
      .where('account_id', '=', accountId)
      .where('id', '=', input.signalId)
      .where('person_id', '=', personId)
      .executeTakeFirst()
    if (said.numUpdatedRows !== 1n) throw new NotFound('fraud_signal')
    return {}
  },
})
