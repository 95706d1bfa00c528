/** What a service offers and asks: its texts, price, order form and access. Copied whole into each order as its terms. */
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { withoutPaymentDetails } from '../../privacy/payment-details/payment-details.ts'

const words = (most: number) => withoutPaymentDetails(z.string().trim().min(1).max(most))
const short = words(200)
const long = words(8000)

/** The same words in both languages. */
const both = (field: z.ZodString) => z.strictObject({ ro: field, en: field })

/** What may be asked on an order form; each kind is a column of order_answer with its own category and uses. */
export const answerKinds = [
  'authorised_email',
  'billing_address',
  'chat_account',
  'server_detail',
  'support_detail',
] as const
export type AnswerKind = (typeof answerKinds)[number]

export const accessKinds = ['server', 'database', 'ticketing'] as const

const name = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: () => m.orders_expect_name() })

const once = (things: readonly { name: string }[]) => new Set(things.map((thing) => thing.name)).size === things.length

export const formField = z
  .strictObject({
    name,
    kind: z.enum(answerKinds),
    input: z.enum(['line', 'lines', 'email', 'choice']),
    label: both(short),
    hint: both(words(300)).optional(),
    required: z.boolean(),
    choices: z
      .array(z.strictObject({ name, label: both(short) }))
      .min(2)
      .max(20)
      .refine(once, { error: () => m.orders_expect_once() })
      .optional(),
  })
  .refine((field) => (field.input === 'choice') === (field.choices !== undefined), {
    path: ['choices'],
    error: () => m.orders_expect_choices(),
  })
export type FormField = z.output<typeof formField>

export const accessItem = z.strictObject({
  name,
  kind: z.enum(accessKinds),
  label: both(short),
  why: both(short),
})
export type AccessItem = z.output<typeof accessItem>

/** A whole number of minor units as digits: money never passes through a floating-point number. */
export const minorUnits = z.string().regex(/^(0|[1-9]\d{0,14})$/, { error: () => m.orders_expect_minor() })
export const currency = z.string().regex(/^[A-Z]{3}$/, { error: () => m.orders_expect_currency() })
export const units = ['once', 'monthly'] as const

export const price = z.strictObject({ minor: minorUnits, currency, unit: z.enum(units) })
export type Price = z.output<typeof price>

const asks = {
  fields: z
    .array(formField)
    .max(30)
    .refine(once, { error: () => m.orders_expect_once() }),
  access: z
    .array(accessItem)
    .max(20)
    .refine(once, { error: () => m.orders_expect_once() }),
}
export interface ServiceAsks {
  readonly fields: readonly FormField[]
  readonly access: readonly AccessItem[]
}

export const serviceTerms = z.strictObject({
  name: both(short),
  summary: both(words(400)),
  description: both(long),
  delivers: both(long),
  price,
  ...asks,
})
export type ServiceTerms = z.output<typeof serviceTerms>
