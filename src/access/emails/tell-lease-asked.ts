import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { listLeases } from '../lease/lease.queries.ts'
import { leaseAskedLetter } from './access.letters.ts'
import { approversOf } from './approvers.ts'

/** A job: tells a client's people that somebody asks to use what they handed over. */
export const tellLeaseAsked = writeOperation({
  name: 'lease.tell',
  purpose: 'access',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), leaseId: z.uuid() }),
  output: z.object({ letters: z.number() }),
  async run({ trx, actor, input, tools, concerning }) {
    const { accountId, leaseId } = input
    const [lease] = await listLeases(trx, actor, { accountId, leaseId })
    if (lease?.state !== 'asked') return { letters: 0 }
    const people = await approversOf(trx, accountId)
    concerning({ accountId, personIds: people.map((person) => person.personId) })
    for (const { personId, name, email, language } of people) {
      const words = leaseAskedLetter(language, {
        name,
        by: lease.askedBy.name,
        target: lease.target.name,
        reason: lease.reason,
        minutes: lease.minutes,
        url: `${tools.signIn.origin}/desk/access/leases/${leaseId}`,
      })
      await tools.letters.post(trx, { accountId, personId, to: email, kind: 'lease_asked', language, words })
    }
    return { letters: people.length }
  },
})
