/** Shapes of what comes from outside, with their limits. */
import { z } from 'zod'
import { m } from '../platform/language/words.ts'
import { longestDays } from './access.rules.ts'
import { depositKindNames } from './sealed/deposit-kinds.ts'
import { LONGEST_SEALED_TEXT } from './sealed/hpke.ts'

const says = (words: () => string) => ({ error: () => words() })

export const thingName = z.string().trim().min(1).max(200)
export const words = z.string().trim().min(1).max(2000)

export const askedItem = z.strictObject({
  kind: z.enum(depositKindNames),
  name: thingName,
  /** What exactly is needed, and with what rights. */
  detail: words.optional(),
  /** How often it may be shown in all. */
  views: z.int().min(1).max(100).optional(),
  /** A target that is known already. */
  targetId: z.uuid().optional(),
})
export type AskedItem = z.output<typeof askedItem>

/** Days from now until when a request stays open and what is given on it is kept. */
export const days = z.int().min(1).max(longestDays)

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[\p{L}\p{N}]([\p{L}\p{N}._:-]*[\p{L}\p{N}])?$/u, says(m.access_expect_host))
const port = z.int(says(m.access_expect_port)).min(1, says(m.access_expect_port)).max(65535, says(m.access_expect_port))
const user = z.string().trim().min(1).max(200)

/** What is no secret about each kind of target. */
export const targetFacts = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('server'), host, port, username: user }),
  z.strictObject({
    kind: z.literal('database'),
    engine: z.enum(['postgresql', 'mysql', 'mariadb', 'sqlserver', 'oracle', 'mongodb', 'other']),
    host,
    port,
    databaseName: user,
    username: user,
  }),
  z.strictObject({
    kind: z.literal('ticketing'),
    url: z.url({ protocol: /^https?$/, hostname: z.regexes.hostname }).max(500),
    username: user,
  }),
])
export type TargetFacts = z.output<typeof targetFacts>

/** A secret as the browser sealed it. Its form is checked; nothing here can open it. */
export const sealedText = z
  .string()
  .max(LONGEST_SEALED_TEXT, says(m.access_expect_sealed))
  .regex(/^zs1\.[0-9a-f]{16}\.[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{22,}$/, says(m.access_expect_sealed))
