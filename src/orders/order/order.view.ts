/** Orders as operations answer them. */
import { z } from 'zod'
import { notice } from '../../privacy/notice/notice-of.ts'
import { price, serviceTerms } from '../service/service.terms.ts'
import { itemStates, orderStatuses } from './order.rules.ts'

const both = z.object({ ro: z.string(), en: z.string() })

export const duty = z.object({
  who: z.enum(['client', 'provider']),
  what: z.enum(['accept', 'give_access', 'start', 'deliver', 'confirm', 'feedback']),
})

/** One line of a list of orders. */
export const orderLine = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  /** For staff; null for the client itself. */
  client: z.string().nullable(),
  name: both,
  price,
  status: z.enum(orderStatuses),
  /** Since when it has this status. */
  statusAt: z.date(),
  placedAt: z.date(),
  /** Who must do what now. */
  duty: duty.nullable(),
})
export type OrderLine = z.output<typeof orderLine>

export const step = z.object({
  kind: z.enum(orderStatuses),
  at: z.date(),
  by: z.enum(['client', 'provider', 'desk']),
  name: z.string().nullable(),
  words: z.string().nullable(),
})

export const orderView = orderLine.extend({
  terms: serviceTerms,
  steps: z.array(step),
  /** The answers that hold something, in the order of the form. */
  answers: z.array(z.object({ field: z.string(), value: z.string() })),
  checklist: z.array(
    z.object({
      item: z.string(),
      state: z.enum(itemStates),
      /** When the client answered, and who did. */
      at: z.date().nullable(),
      by: z.string().nullable(),
      /** What it opens, once that is known. */
      targetId: z.uuid().nullable(),
    }),
  ),
  /** The secure request that asks for the access on the list; null before the order is accepted, or when none is needed. */
  requestId: z.uuid().nullable(),
  delivery: z.object({ words: z.string(), at: z.date(), by: z.string().nullable() }).nullable(),
  feedback: z.object({ rating: z.int(), words: z.string().nullable(), at: z.date() }).nullable(),
  /** Why feedback is asked, when the caller may give it. */
  feedbackNotice: notice.nullable(),
  /** What the caller may do now. */
  may: z.array(z.enum(['accept', 'decline', 'ask_again', 'start', 'deliver', 'confirm', 'cancel', 'feedback'])),
})
export type OrderView = z.output<typeof orderView>
