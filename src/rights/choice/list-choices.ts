import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { allows } from '../../privacy/limits/limits-now.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { words } from '../words.ts'
import { ownLimits } from './choice.queries.ts'
import { offered, restsOnConsent } from './choice.rules.ts'

/** What a person may switch on and off, and how it stands. */
export const listChoices = readOperation({
  name: 'choice.list',
  purpose: 'self',
  http: 'GET /privacy/choices',
  says: 'Your consents and objections as they stand',
  who: { member: 'any' },
  input: z.strictObject({}),
  output: z.object({
    restrictedSince: z.date().nullable(),
    choices: z.array(
      z.object({
        purpose: z.enum(offered),
        words,
        reason: words,
        basis: words,
        article: z.string(),
        kind: z.enum(['consent', 'objection']),
        state: z.enum(['on', 'off']),
        since: z.date().nullable(),
      }),
    ),
  }),
  async run({ db, actor, concerning }) {
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    const now = await ownLimits(db, actor.accountId, actor.personId)
    return {
      restrictedSince: now.restricted,
      choices: offered.map((purpose) => {
        const { words, reason, basis } = policy.purposes[purpose]
        const consent = restsOnConsent(purpose)
        return {
          purpose,
          words,
          reason,
          basis: basis.words,
          article: basis.article,
          kind: consent ? ('consent' as const) : ('objection' as const),
          state: allows(now, purpose, consent) ? ('on' as const) : ('off' as const),
          since: now.objected.get(purpose) ?? now.consented.get(purpose) ?? null,
        }
      }),
    }
  },
})
