import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { allows } from '../../privacy/limits/limits-now.ts'
import { recordConsent } from '../../privacy/limits/record-consent.ts'
import { setLimit } from '../../privacy/limits/set-limit.ts'
import { consentText } from '../../privacy/notice/consent-text.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { ownLimits } from './choice.queries.ts'
import { offered, restsOnConsent } from './choice.rules.ts'

/** Agrees or takes it back, objects or lifts the objection. It holds at once; taking back is as easy as giving. */
export const setChoice = writeOperation({
  name: 'choice.set',
  purpose: 'self',
  http: 'PUT /privacy/choices/{purpose}',
  says: 'Give or withdraw a consent, object or lift an objection. A consent names the text that it is given to.',
  who: { member: 'any' },
  input: z.strictObject({
    purpose: z.enum(offered),
    choice: z.enum(['on', 'off']),
    /** To give a consent: the hash of the text that was read, as choice.list answers it. */
    text: z.string().max(64).optional(),
  }),
  output: z.object({}),
  async run({ trx, actor, caller, input, now, concerning }) {
    const { purpose, choice } = input
    const person = { accountId: actor.accountId, personId: actor.personId }
    concerning({ accountId: person.accountId, personIds: [person.personId] })
    const limits = await ownLimits(trx, person.accountId, person.personId, now)
    if (allows(limits, purpose, restsOnConsent(purpose)) === (choice === 'on')) return {}
    if (!restsOnConsent(purpose)) {
      await setLimit(trx, person, choice === 'off' ? { kind: 'objected', purpose } : { kind: 'lifted', purpose }, actor)
      return {}
    }
    const language = caller.locale ?? 'ro'
    // Nobody agrees to words that they did not see: those of an old page, or none.
    if (choice === 'on' && input.text !== consentText(purpose, language).hash) {
      throw new Invalid({ text: m.rights_choice_text_changed() })
    }
    const isPage = caller.via === 'page'
    const consent = {
      purpose,
      decision: choice === 'on' ? 'given' : 'withdrawn',
      method: choice === 'on' ? 'accept' : 'withdraw',
      language,
      surface: isPage ? 'privacy centre' : 'API',
      path: isPage ? '/desk/privacy' : `/api/v1/privacy/choices/${purpose}`,
    } as const
    await recordConsent(trx, person, consent, actor)
    return {}
  },
})
