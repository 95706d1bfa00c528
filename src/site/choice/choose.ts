import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { PurposeName } from '../../../policy/policy.ts'
import type { Rate } from '../../identity/sign-in/rates.ts'
import { m } from '../../platform/language/words.ts'
import { recordVisitorChoice } from '../../privacy/limits/record-visitor-choice.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { askedMark, askedPurposes } from './asked.ts'

/** How often one network address may add to the ledger. */
export const choiceRates = {
  byHand: { name: 'choice address', most: 60, seconds: 3600 },
  bySignal: { name: 'choice signal', most: 30, seconds: 3600 },
} as const satisfies Record<string, Rate>

const asked = askedPurposes() as [PurposeName, ...PurposeName[]]

/**
 * A visitor agrees to some of what is asked and so refuses the rest, or the browser refuses it all by a signal. It goes on
 * record purpose by purpose. The answer holds a number only where something was agreed to: a refusal leaves none behind.
 */
export const chooseCookies = writeOperation({
  name: 'visitor.choose',
  purpose: 'self',
  who: { visitor: true },
  input: z.strictObject({
    method: z.enum(['accept', 'reject', 'save', 'gpc', 'dnt', 'withdraw']),
    /** With `save`: what was ticked. To accept is to agree to all that is asked. */
    given: z.array(z.enum(asked)).max(asked.length).optional(),
    language: z.enum(['ro', 'en']),
    /** The mark of the words that were read, as the form carries it. Needed to agree. */
    asked: z.string().max(64).optional(),
    surface: z.enum(['bar', 'cookie page', 'footer', 'signal']),
    path: z
      .string()
      .max(500)
      .regex(/^\/[^?#\s]*$/),
    /** The consent that stood until now, as the browser shows it. */
    before: z.strictObject({ visitorId: z.uuid(), given: z.array(z.enum(asked)).max(asked.length) }).optional(),
  }),
  output: z.object({ visitorId: z.uuid().nullable(), given: z.array(z.enum(asked)) }),
  async run({ trx, input, caller, tools }) {
    const { method, language, surface, path, before } = input
    const isSignal = method === 'gpc' || method === 'dnt'
    await tools.signIn.rates.count(isSignal ? choiceRates.bySignal : choiceRates.byHand, caller.address)
    const ticked = method === 'save' ? (input.given ?? []) : []
    const given = method === 'accept' ? asked : asked.filter((purpose) => ticked.includes(purpose))
    // Nobody agrees to words that they did not see: those of an old page, or none.
    if (given.length > 0 && input.asked !== askedMark()) throw new Invalid({ asked: m.site_choice_text_changed() })
    const visitorId = before?.visitorId ?? randomUUID()
    for (const purpose of asked) {
      const decision = given.includes(purpose) ? 'given' : before?.given.includes(purpose) ? 'withdrawn' : 'refused'
      await recordVisitorChoice(trx, visitorId, { purpose, decision, method, language, surface, path })
    }
    return { visitorId: given.length > 0 ? visitorId : null, given }
  },
})
