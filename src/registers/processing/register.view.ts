/** The register of processing as operations answer it: the letters are those of Art. 30(1) and 30(2). */
import { z } from 'zod'
import { officerView } from '../../privacy/officer/officer.ts'

const received = z.object({
  recipient: z.string(),
  words: z.string(),
  company: z.string().nullable(),
  country: z.string(),
  ground: z.string(),
  isThirdCountry: z.boolean(),
})

const activity = z.object({
  purpose: z.string(),
  words: z.string(),
  reason: z.string(),
  basis: z.string(),
  subjects: z.array(z.string()).readonly(),
  categories: z.array(z.object({ category: z.string(), words: z.string() })).readonly(),
  recipients: z.array(received).readonly(),
  periods: z.array(z.object({ class: z.string(), words: z.string(), says: z.string() })).readonly(),
})

const security = z.object({
  /** What the running system was last seen to hold, and when. */
  technical: z.array(z.object({ says: z.string(), holds: z.boolean().nullable(), checkedAt: z.date().nullable() })),
  organisational: z.array(z.object({ says: z.string(), checkedOn: z.string().nullable() })),
})

export const registerView = z.object({
  language: z.enum(['ro', 'en']),
  madeAt: z.date(),
  policyVersion: z.string(),
  /** Art. 30(1)(a), 30(2)(a); the officer is null where none is named. */
  provider: z.object({
    name: z.string(),
    address: z.string(),
    country: z.string(),
    privacyEmail: z.string(),
    officer: officerView.nullable(),
  }),
  /** Art. 30(1): as controller. */
  asController: z.array(activity),
  /** Art. 30(2): as processor of each client. */
  asProcessor: z.object({
    controllers: z.array(
      z.object({
        name: z.string(),
        contact: z.string(),
        country: z.string().nullable(),
        since: z.date(),
        customers: z.int(),
      }),
    ),
    activities: z.array(activity),
  }),
  /** Art. 30(1)(g), 30(2)(d). */
  security,
})

export type RegisterView = z.output<typeof registerView>
