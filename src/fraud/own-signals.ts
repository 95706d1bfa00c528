import { z } from 'zod'
import { notice, noticeOf } from '../privacy/notice/notice-of.ts'
import { readOperation } from '../privacy/operation/operation.ts'
import { signalKinds } from './fraud.rules.ts'
import { fraudSignalData } from './fraud-signal.data.ts'
import { signWords } from './sign-words.ts'

/** Signs of fraud about the person: what was seen, what somebody decided and why. */
export const ownFraudSignals = readOperation({
  name: 'fraud.own',
  purpose: 'self',
  http: 'GET /privacy/fraud-signals',
  says: 'Signs of fraud about you, and what was decided',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    signals: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(signalKinds),
        says: z.object({ ro: z.string(), en: z.string() }),
        raisedAt: z.date(),
        decision: z.enum(['cleared', 'confirmed']).nullable(),
        reason: z.string().nullable(),
        decidedAt: z.date().nullable(),
        contestedAt: z.date().nullable(),
      }),
    ),
    notice,
  }),
  async run({ db, actor, caller, concerning }) {
    const { accountId, personId } = actor
    concerning({ accountId, personIds: [personId] })
    const rows = await db
      .selectFrom('fraud_signal')
      .select(['id', 'kind', 'detail', 'raised_at', 'decision', 'reason', 'decided_at', 'contested_at'])
      .where('account_id', '=', accountId)
      .where('person_id', '=', personId)
      .orderBy('raised_at', 'desc')
      .limit(100)
      .execute()
    const asking = { purpose: 'security', locale: caller.locale ?? 'ro', promise: 20 } as const
    return {
      signals: rows.map(({ raised_at, decided_at, contested_at, detail, ...row }) => ({
        ...row,
        says: signWords(row.kind, detail),
        raisedAt: raised_at,
        decidedAt: decided_at,
        contestedAt: contested_at,
      })),
      notice: noticeOf(fraudSignalData, 'contested_words', asking),
    }
  },
})
