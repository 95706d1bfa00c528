import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { allows, consentEnds } from '../../privacy/limits/limits-now.ts'
import { consentText } from '../../privacy/notice/consent-text.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { whoAsks } from '../../privacy/operation/whom-it-concerns.ts'
import { words } from '../words.ts'
import { ownLimits } from './choice.queries.ts'
import { offered, restsOnConsent } from './choice.rules.ts'

/** What a person may switch on and off, how it stands, and the words to which a consent is given. */
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
        basis: words,
        article: z.string(),
        kind: z.enum(['consent', 'objection']),
        state: z.enum(['on', 'off']),
        since: z.date().nullable(),
        /** When a consent ends by itself. */
        until: z.date().nullable(),
        /** What is shown beside the switch, in the caller's language; `hash` is of title and body. */
        text: z.object({ title: z.string(), body: z.string(), hash: z.string() }),
      }),
    ),
  }),
  concerns: whoAsks,
  async run({ db, actor, caller, now }) {
    const limits = await ownLimits(db, actor.accountId, actor.personId, now)
    const language = caller.locale ?? 'ro'
    return {
      restrictedSince: limits.restricted,
      choices: offered.map((purpose) => {
        const { words, reason, basis } = policy.purposes[purpose]
        const isConsent = restsOnConsent(purpose)
        const since = limits.objected.get(purpose) ?? limits.consented.get(purpose) ?? null
        const isOn = allows(limits, purpose, isConsent)
        const { title, body, hash } = isConsent
          ? consentText(purpose, language)
          : { title: words[language], body: reason[language], hash: '' }
        return {
          purpose,
          basis: basis.words,
          article: basis.article,
          kind: isConsent ? ('consent' as const) : ('objection' as const),
          state: isOn ? ('on' as const) : ('off' as const),
          since,
          until: isConsent && isOn && since ? consentEnds(since) : null,
          text: { title, body, hash },
        }
      }),
    }
  },
})
