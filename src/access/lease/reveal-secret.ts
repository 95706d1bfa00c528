import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayUse } from '../access.rules.ts'

/**
 * Shows a secret once to the holder of a live lease, sealed to a one-time key of their browser. What passes through here
 * is ciphertext on both ways. The broker looks for itself whether the lease is live, consumes the use and records it.
 */
export const revealSecret = writeOperation({
  name: 'lease.reveal',
  purpose: 'access',
  http: 'POST /leases/{leaseId}/reveals',
  says: 'Show a secret once, sealed to a one-time key of the caller',
  who: { staff: staffMayUse },
  input: z.strictObject({
    leaseId: z.uuid(),
    /** `<16 hex digits>.<X25519 public key, base64url>`, made for this one showing. */
    publicKey: z.string().regex(/^[0-9a-f]{16}\.[A-Za-z0-9_-]{43}$/, { error: () => m.access_expect_public_key() }),
  }),
  output: z.object({
    sealed: z.string(),
    place: z.object({ accountId: z.string(), leaseId: z.string(), depositId: z.string(), revealId: z.string() }),
  }),
  async run({ trx, actor, input, tools, concerning }) {
    const { leaseId, publicKey } = input
    const lease = await trx
      .selectFrom('lease as l')
      .innerJoin('deposit as d', (join) =>
        join.onRef('d.account_id', '=', 'l.account_id').onRef('d.id', '=', 'l.deposit_id'),
      )
      .select(['l.account_id', 'd.id as deposit_id', 'd.version', 'd.sealed', 'd.deposited_by'])
      .select(sql<boolean>`l.status = 'approved' and l.expires_at > now() and l.uses_left > 0`.as('live'))
      .where('l.id', '=', leaseId)
      .where('l.asked_by', '=', actor.staffId)
      .executeTakeFirst()
    if (!lease) throw new NotFound('lease')
    const accountId = lease.account_id
    concerning({ accountId, personIds: [lease.deposited_by] })
    if (!lease.live || !lease.sealed) throw new Conflict('lease_not_live', m.access_problem_lease_not_live())
    const place = { record: lease.deposit_id, field: 'sealed', version: lease.version }
    const sealed = (await tools.keys.open(accountId, place, lease.sealed)).toString()
    const revealed = await tools.broker.reveal({ accountId, leaseId, staffId: actor.staffId, publicKey, sealed })
    return {
      sealed: revealed.sealed,
      place: { accountId, leaseId, depositId: revealed.depositId, revealId: revealed.revealId },
    }
  },
})
