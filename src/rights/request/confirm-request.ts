import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { addStep, countryOf, findCase, lockCase, refreshDue, updateCase } from './case.queries.ts'
import { handleRequest } from './handle-request.ts'

/**
 * Who signs in and proves it anew needs no code: a request that came in their name by mail, phone or letter, or through
 * the form for who is not signed in, is theirs by their word. Its clock runs on, and what takes effect does.
 */
export const confirmRequest = writeOperation({
  name: 'request.confirm',
  purpose: 'rights',
  http: 'POST /privacy/requests/{caseId}/confirmation',
  says: 'Confirm that a request which came in your name is yours',
  who: { member: 'any', fresh: true },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({ state: z.enum(['answered', 'waits']) }),
  async run({ trx, actor, input, tools, now, concerning }) {
    const found = await findCase(trx, input.caseId)
    if (found?.account_id !== actor.accountId || found.person_id !== actor.personId) throw new NotFound('request')
    const row = await lockCase(trx, found.id)
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    if (row.identity !== 'asked' || row.status === 'closed')
      throw new Conflict('identity_known', m.rights_identity_known())
    await updateCase(trx, row, { identity: 'session', identity_at: now })
    await addStep(trx, row, 'identity_shown', actor, now)
    await refreshDue(trx, row.id, await countryOf(trx))
    return { state: await handleRequest({ trx, tools, now, actor, concerning }, row.id) }
  },
})
