/** How tickets and what is said on them are answered, to pages and to programs alike. */
import { z } from 'zod'
import { ticketChannels, ticketEventKinds, ticketStatuses } from './ticket.rules.ts'

/** A null name: the person's data is limited or gone. */
export const who = z.object({ side: z.enum(['client', 'staff']), id: z.string(), name: z.string().nullable() })
export type Who = z.infer<typeof who>

export const ticketLine = z.object({
  id: z.string(),
  number: z.number(),
  accountId: z.string(),
  accountName: z.string(),
  subject: z.string(),
  status: z.enum(ticketStatuses),
  statusAt: z.date(),
  openedBy: who,
  assignedTo: z.object({ id: z.string(), name: z.string() }).nullable(),
  orderId: z.string().nullable(),
  channel: z.enum(ticketChannels),
  createdAt: z.date(),
  lastActivityAt: z.date(),
})
export type TicketLine = z.infer<typeof ticketLine>

export const ticketPage = z.object({ tickets: z.array(ticketLine), next: z.string().nullable() })

export const file = z.object({ id: z.string(), name: z.string(), sizeBytes: z.number() })

export const entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('message'),
    id: z.string(),
    by: who,
    at: z.date(),
    body: z.string(),
    files: z.array(file),
  }),
  z.object({ kind: z.literal('note'), id: z.string(), by: who, at: z.date(), body: z.string() }),
  z.object({
    kind: z.literal('event'),
    id: z.string(),
    by: who.nullable(),
    at: z.date(),
    event: z.enum(ticketEventKinds),
    assignee: z.string().nullable(),
  }),
])
export type Entry = z.infer<typeof entry>
