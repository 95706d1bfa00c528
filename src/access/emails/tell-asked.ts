import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { findRequest } from '../request/secret-request.queries.ts'
import { askedLetter } from './access.letters.ts'
import { approversOf } from './approvers.ts'

/** A job: tells a client's people that access is asked of them. */
export const tellAsked = writeOperation({
  name: 'secret_request.tell',
  purpose: 'access',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), requestId: z.uuid() }),
  output: z.object({ letters: z.number() }),
  async run({ trx, input, tools, concerning }) {
    const { accountId, requestId } = input
    const request = await findRequest(trx, accountId, requestId)
    if (request?.state !== 'open' || request.askedBy === null) return { letters: 0 }
    const people = await approversOf(trx, accountId)
    concerning({ accountId, personIds: people.map((person) => person.personId) })
    for (const { personId, name, email, language } of people) {
      const words = askedLetter(language, {
        name,
        by: request.askedBy,
        things: request.items.map((item) => item.name),
        reason: request.reason,
        until: request.expiresAt,
        url: `${tools.signIn.origin}/desk/access/${requestId}`,
      })
      await tools.letters.post(trx, { accountId, personId, to: email, kind: 'access_asked', language, words })
    }
    return { letters: people.length }
  },
})
