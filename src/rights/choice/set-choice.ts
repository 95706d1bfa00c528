import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { allows } from '../../privacy/limits/limits-now.ts'
import { recordConsent } from '../../privacy/limits/record-consent.ts'
import { setLimit } from '../../privacy/limits/set-limit.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { ownLimits } from './choice.queries.ts'
import { choiceText, offered, restsOnConsent } from './choice.rules.ts'

/** Agrees or takes it back, objects or lifts the objection. It holds at once; taking back is as easy as giving. */
export const setChoice = writeOperation({
  name: 'choice.set',
  purpose: 'self',
  http: 'PUT /privacy/choices/{purpose}',
  says: 'Give or withdraw a consent, object or lift an objection',
  who: { member: 'any' },
  input: z.strictObject({ purpose: z.enum(offered), choice: z.enum(['on', 'off']) }),
  output: z.object({}),
  async run({ trx, actor, caller, input, concerning }) {
    const { purpose, choice } = input
    const person = { accountId: actor.accountId, personId: actor.personId }
    concerning({ accountId: person.accountId, personIds: [person.personId] })
    const now = await ownLimits(trx, person.accountId, person.personId)
    if (allows(now, purpose, restsOnConsent(purpose)) === (choice === 'on')) return {}
    if (!restsOnConsent(purpose)) {
      await setLimit(trx, person, { kind: choice === 'off' ? 'objected' : 'lifted', purpose }, actor)
      return {}
    }
    const locale = caller.locale ?? 'ro'
    const consent = {
      purpose,
      decision: choice === 'on' ? 'given' : 'withdrawn',
      method: choice === 'on' ? 'accept' : 'withdraw',
      text: choiceText(purpose, locale),
      textVersion: policy.version,
      textLanguage: locale,
      surface: 'privacy centre',
    } as const
    await recordConsent(trx, person, consent, actor)
    return {}
  },
})
