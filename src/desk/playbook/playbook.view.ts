import { z } from 'zod'
import { who } from '../ticket/ticket.view.ts'

/** One save of the sheet: what it said from then on, and who saved it. */
export const playbookVersion = z.object({
  version: z.number(),
  hours: z.string(),
  escalation: z.string(),
  tone: z.string(),
  refunds: z.string(),
  never: z.string(),
  by: who,
  at: z.date(),
})
export type PlaybookVersion = z.infer<typeof playbookVersion>
