import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { accountAsked } from '../../privacy/operation/whom-it-concerns.ts'
import { staffMayAsk } from '../access.rules.ts'
import { listRequests, pageSize } from './secret-request.queries.ts'
import { requestView } from './secret-request.view.ts'

/** Secure requests, newest first: a member sees their account's, staff one client's or all. */
export const listSecretRequests = readOperation({
  name: 'secret_request.list',
  purpose: 'access',
  http: 'GET /secret-requests',
  says: 'Secure requests, newest first',
  who: { member: 'any', staff: staffMayAsk },
  input: z.strictObject({
    accountId: z.uuid().optional(),
    orderId: z.uuid().optional(),
    ticketId: z.uuid().optional(),
    before: z.uuid().optional(),
  }),
  output: z.object({ requests: z.array(requestView), next: z.string().nullable() }),
  concerns: accountAsked,
  async run({ db, actor, input }) {
    const { accountId } = accountAsked({ actor, input })
    const found = await listRequests(db, { ...input, accountId })
    const requests = found.slice(0, pageSize)
    return { requests, next: found.length > pageSize ? requests.at(-1)!.id : null }
  },
})
