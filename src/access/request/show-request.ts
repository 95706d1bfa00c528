import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayAsk } from '../access.rules.ts'
import { findRequest } from './secret-request.queries.ts'
import { requestView } from './secret-request.view.ts'

/** One secure request with what became of each thing asked for. */
export const showSecretRequest = readOperation({
  name: 'secret_request.show',
  purpose: 'access',
  http: 'GET /secret-requests/{requestId}',
  says: 'One secure request',
  who: { member: 'any', staff: staffMayAsk },
  input: z.strictObject({ requestId: z.uuid() }),
  output: requestView,
  async run({ db, actor, input, concerning }) {
    const request = await findRequest(db, actor.kind === 'member' ? actor.accountId : null, input.requestId)
    if (!request) throw new NotFound('secret_request')
    concerning({ accountId: request.accountId })
    return request
  },
})
