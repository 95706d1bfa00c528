/** How it is known who asks, where it did not come with the request: a code to the address on file, or a contact on file. */
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { addStep, refreshDue, updateCase } from '../request/case.queries.ts'
import { sendCode } from '../request/code.ts'
import { handleRequest } from '../request/handle-request.ts'
import { startDeciding } from './deciding.ts'

/**
 * There is a genuine doubt about who asks (Art. 12(6)): the clock stands still until the code that goes to the address
 * on file comes back. Never more than what is on file is asked for.
 */
export const askIdentity = writeOperation({
  name: 'request.ask_identity',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/identity',
  says: 'Ask who makes the request, by a code to the address on file',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({}),
  async run({ trx, actor, input, tools, now, concerning }) {
    const running = { trx, tools, now, actor, concerning }
    const { row, asker, provider } = await startDeciding(running, input.caseId)
    if (asker.email === null) throw new Conflict('no_address', m.rights_no_address())
    if (row.identity === 'session' || row.identity === 'code')
      throw new Conflict('identity_known', m.rights_identity_known())
    if (row.identity !== 'asked') {
      await updateCase(trx, row, { identity: 'asked', identity_at: null })
      await addStep(trx, row, 'identity_asked', actor, now)
      await refreshDue(trx, row.id, provider.country)
    }
    await sendCode(running, row, { ...asker, email: asker.email })
    return {}
  },
})

/** One of the staff reached the person through a contact on file: a call to that number, a letter to that address. */
export const vouchIdentity = writeOperation({
  name: 'request.vouch',
  purpose: 'rights',
  http: 'POST /rights/requests/{caseId}/identity/shown',
  says: 'Note that the person was reached through a contact on file',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.object({ state: z.enum(['answered', 'waits']) }),
  async run({ trx, actor, input, tools, now, concerning }) {
    const running = { trx, tools, now, actor, concerning }
    const { row, provider } = await startDeciding(running, input.caseId)
    if (row.identity !== 'asked') throw new Conflict('identity_known', m.rights_identity_known())
    await updateCase(trx, row, { identity: 'known_contact', identity_at: now })
    await addStep(trx, row, 'identity_shown', actor, now)
    await refreshDue(trx, row.id, provider.country)
    return { state: await handleRequest(running, row.id) }
  },
})
