import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { listLeases } from '../lease/lease.queries.ts'
import { leaseDecidedLetter } from './access.letters.ts'
import { askerOf } from './asker.ts'

/** A job: tells whoever asked for a lease that it was approved, and until when, or denied. */
export const tellLeaseDecided = writeOperation({
  name: 'lease.tell_decided',
  purpose: 'access',
  who: { system: true },
  input: z.strictObject({ accountId: z.uuid(), leaseId: z.uuid() }),
  output: z.object({ letters: z.number() }),
  async run({ trx, actor, input, tools, concerning }) {
    const { accountId, leaseId } = input
    concerning({ accountId })
    const [lease] = await listLeases(trx, actor, { accountId, leaseId })
    // What was used, ended or ran out meanwhile is no news to whoever used it.
    if (lease?.state !== 'approved' && lease?.state !== 'denied') return { letters: 0 }
    const asker = await askerOf(trx, lease.askedBy.id)
    if (!asker) return { letters: 0 }
    const { to, language, name } = asker
    const words = leaseDecidedLetter(language, {
      name,
      by: lease.decidedBy ?? lease.accountName ?? '',
      client: lease.accountName ?? '',
      target: lease.target.name,
      until: lease.state === 'approved' ? lease.expiresAt : null,
      url: `${tools.signIn.origin}/staff/access/leases/${leaseId}`,
    })
    // It speaks of a client, so it lies under the client's account and ends with it.
    await tools.letters.post(trx, { accountId, personId: null, to, kind: `lease_${lease.state}`, language, words })
    return { letters: 1 }
  },
})
