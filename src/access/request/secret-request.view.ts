import { z } from 'zod'
import { depositKindNames } from '../sealed/deposit-kinds.ts'

/** What is known of a deposit to whoever may see the request: never the secret. */
export const depositView = z.object({
  id: z.string(),
  version: z.number(),
  at: z.date(),
  by: z.string().nullable(),
  expiresAt: z.date(),
  views: z.number(),
  viewsLeft: z.number(),
})

export const itemView = z.object({
  id: z.string(),
  kind: z.enum(depositKindNames),
  name: z.string(),
  detail: z.string().nullable(),
  views: z.number(),
  targetId: z.string().nullable(),
  state: z.enum(['asked', 'given', 'refused', 'withdrawn', 'expired']),
  answeredAt: z.date().nullable(),
  answeredBy: z.string().nullable(),
  refusal: z.string().nullable(),
  /** The deposit that can be used now. */
  deposit: depositView.nullable(),
})
export type ItemView = z.output<typeof itemView>

export const requestView = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string().nullable(),
  reason: z.string(),
  /** Name of who asked; null when the client offered. */
  askedBy: z.string().nullable(),
  orderId: z.string().nullable(),
  ticketId: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  state: z.enum(['open', 'expired', 'withdrawn']),
  items: z.array(itemView),
})
export type RequestView = z.output<typeof requestView>
