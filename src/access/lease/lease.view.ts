import { z } from 'zod'
import { depositKindNames } from '../sealed/deposit-kinds.ts'
import { leaseEndings } from './lease.data.ts'

/** `approved` can be used now; `used_up` and `expired` were approved and cannot any more. */
export const leaseStates = ['asked', 'approved', 'used_up', 'expired', 'denied', 'ended'] as const

/** A lease with everything about its use: who, why, for how long, and each showing. */
export const leaseView = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string().nullable(),
  target: z.object({ id: z.string(), kind: z.enum(depositKindNames), name: z.string() }),
  depositId: z.string(),
  askedBy: z.object({ id: z.string(), name: z.string() }),
  reason: z.string(),
  orderId: z.string().nullable(),
  ticketId: z.string().nullable(),
  minutes: z.number(),
  uses: z.number(),
  usesLeft: z.number(),
  state: z.enum(leaseStates),
  createdAt: z.date(),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  expiresAt: z.date().nullable(),
  endedAt: z.date().nullable(),
  endedBy: z.string().nullable(),
  ending: z.enum(leaseEndings).nullable(),
  /** When the secret was shown, newest first. */
  reveals: z.array(z.object({ id: z.string(), at: z.date() })),
  /** What the caller may do with it now. */
  may: z.object({ decide: z.boolean(), end: z.boolean(), reveal: z.boolean() }),
})
export type LeaseView = z.output<typeof leaseView>
