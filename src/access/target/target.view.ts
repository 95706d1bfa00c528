import { z } from 'zod'
import { depositKindNames } from '../sealed/deposit-kinds.ts'

/** A target with its facts, and whether something opens it now. No secret. */
export const targetView = z.object({
  id: z.string(),
  kind: z.enum(depositKindNames),
  name: z.string(),
  host: z.string().nullable(),
  port: z.number().nullable(),
  url: z.string().nullable(),
  engine: z.string().nullable(),
  databaseName: z.string().nullable(),
  username: z.string().nullable(),
  /** The deposit that opens it now; null when there is none. */
  deposit: z
    .object({
      id: z.string(),
      requestId: z.string(),
      itemId: z.string(),
      at: z.date(),
      by: z.string().nullable(),
      expiresAt: z.date(),
      views: z.number(),
      viewsLeft: z.number(),
      /** Whether another can still be put in its place on the same request. */
      replaceable: z.boolean(),
    })
    .nullable(),
})
export type TargetView = z.output<typeof targetView>
