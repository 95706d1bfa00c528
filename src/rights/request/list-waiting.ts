import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { whoAsks } from '../../privacy/operation/whom-it-concerns.ts'
import { requestKinds } from './request.rules.ts'

const most = 20

/** A person's requests that are not over, for their home: which wait for their own word, which for an answer. */
export const listWaiting = readOperation({
  name: 'request.waiting',
  purpose: 'self',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    requests: z.array(
      z.object({
        id: z.string(),
        number: z.int(),
        kind: z.enum(requestKinds),
        at: z.date(),
        waitsFor: z.enum(['you', 'answer']),
        dueOn: z.string().nullable(),
      }),
    ),
  }),
  concerns: whoAsks,
  async run({ db, actor }) {
    const rows = await db
      .selectFrom('rights_case')
      .select(['id', 'number', 'kind', 'received_at', 'identity', 'due_on'])
      .where('account_id', '=', actor.accountId)
      .where('person_id', '=', actor.personId)
      .where('status', '=', 'open')
      .orderBy('received_at', 'desc')
      .limit(most)
      .execute()
    return {
      requests: rows.map(({ id, number, kind, received_at, identity, due_on }) => ({
        id,
        number,
        kind,
        at: received_at,
        waitsFor: identity === 'asked' ? ('you' as const) : ('answer' as const),
        dueOn: due_on,
      })),
    }
  },
})
