import { z } from 'zod'
import { campaignStates } from './campaign.rules.ts'

/** A campaign's report: to whom, until when, how it stands, how many said what. It names nobody. */
export const campaignView = z.object({
  id: z.string(),
  successor: z.string(),
  country: z.string(),
  why: z.object({ ro: z.string(), en: z.string() }),
  closesOn: z.string(),
  state: z.enum(campaignStates),
  startedAt: z.date(),
  startedBy: z.string().nullable(),
  endedAt: z.date().nullable(),
  endedBy: z.string().nullable(),
  counts: z.object({ asked: z.int(), yes: z.int(), no: z.int(), silent: z.int(), handedOver: z.int() }),
})
export type CampaignView = z.output<typeof campaignView>
