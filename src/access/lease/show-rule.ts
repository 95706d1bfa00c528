import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountOfAsker } from '../../privacy/operation/whom-it-concerns.ts'
import { approvals } from './access-rule.data.ts'
import { approvalOf } from './lease.queries.ts'

/** Who may approve the use of what this account handed over. */
export const showAccessRule = readOperation({
  name: 'access_rule.show',
  purpose: 'access',
  http: 'GET /access-rule',
  says: 'Who may approve a lease',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({ approval: z.enum(approvals) }),
  concerns: accountOfAsker,
  async run({ db, actor }) {
    return { approval: await approvalOf(db, actor.accountId) }
  },
})
